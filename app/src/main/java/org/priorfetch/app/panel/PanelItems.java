package org.priorfetch.app.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.PeerWords;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;

/** The rows for one snapshot: past appointments folded away, then the next ones, with the priors of those opened. */
final class PanelItems {

    /** An appointment is read some time after it began. */
    private static final Duration STILL_OF_INTEREST = Duration.ofMinutes(30);

    private final EngineSnapshot snapshot;
    private final Formats formats;
    private final boolean pacsSilent;
    private final Map<String, TransferView> transfers = new HashMap<>();
    private final List<PanelItem> items = new ArrayList<>();

    PanelItems(EngineSnapshot snapshot, Formats formats) {
        this.snapshot = snapshot;
        this.formats = formats;
        pacsSilent = PeerWords.isInTrouble(snapshot.pacs());
        snapshot.transfers().forEach(transfer -> transfers.merge(transfer.studyUid(), transfer, PanelItems::newer));
    }

    List<PanelItem> list(Set<String> opened, boolean pastShown) {
        Instant past = formats.now().minus(STILL_OF_INTEREST);
        List<AppointmentView> over = snapshot.appointments()
                .stream()
                .filter(view -> view.scheduledStart().isBefore(past))
                .toList();
        if (!over.isEmpty()) {
            long unsettled = over.stream().filter(view -> !view.verdict().isSettledWell()).count();
            items.add(new PanelItem.Fold(over.size(), (int) unsettled, pastShown));
        }
        if (pastShown) {
            over.forEach(view -> add(view, opened));
        }
        LocalDate day = formats.today();
        for (AppointmentView view : snapshot.appointments().subList(over.size(), snapshot.appointments().size())) {
            LocalDate its = formats.day(view.scheduledStart());
            if (its.isAfter(day)) {
                day = its;
                items.add(new PanelItem.Day(day));
            }
            add(view, opened);
        }
        return items;
    }

    private void add(AppointmentView view, Set<String> opened) {
        boolean open = opened.contains(view.id());
        items.add(new PanelItem.Appointment(view, open, pacsSilent));
        if (open && view.priors().isEmpty()) {
            items.add(new PanelItem.NoPriors(view));
        } else if (open) {
            view.priors().forEach(prior -> items.add(prior(view, prior)));
        }
    }

    private PanelItem prior(AppointmentView view, PriorView prior) {
        return new PanelItem.Prior(view, prior, transfers.get(prior.studyUid()));
    }

    private static TransferView newer(TransferView one, TransferView other) {
        return one.id() > other.id() ? one : other;
    }
}
