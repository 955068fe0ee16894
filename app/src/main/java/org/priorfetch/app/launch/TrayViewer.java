package org.priorfetch.app.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.priorfetch.app.controls.RegionWords;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.tray.ViewerEntry;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;

/** What the tray offers to open in the viewer: the appointments that are read now or next. Belongs to the FX thread. */
final class TrayViewer {

    private static final int AT_MOST = 8;
    /** Somebody may still be reading it. */
    private static final Duration STILL_READ = Duration.ofHours(1);

    private final Supplier<Workplace> here;
    private List<AppointmentView> appointments = List.of();

    /** @param here the workplace as it is when something is offered or opened */
    TrayViewer(Supplier<Workplace> here) {
        this.here = here;
    }

    /** Those that the viewer can open, without a patient's name. */
    List<ViewerEntry> offer(EngineSnapshot snapshot) {
        Workplace workplace = here.get();
        Instant earliest = workplace.formats().now().minus(STILL_READ);
        appointments = snapshot.appointments();
        return appointments.stream()
                .filter(view -> !view.scheduledStart().isBefore(earliest))
                .filter(view -> workplace.viewer().canOpen(view, null))
                .sorted(Comparator.comparing(AppointmentView::scheduledStart))
                .limit(AT_MOST)
                .map(view -> new ViewerEntry(view.id(), words(view, workplace)))
                .toList();
    }

    /** Opens it; answers whether it is still known. */
    boolean open(String appointmentId) {
        Optional<AppointmentView> wanted = appointments.stream()
                .filter(view -> view.id().equals(appointmentId))
                .findFirst();
        wanted.ifPresent(view -> here.get().viewer().open(view, null));
        return wanted.isPresent();
    }

    private static String words(AppointmentView view, Workplace workplace) {
        return String.join(" ", workplace.formats().time(view.scheduledStart()), String.join(" ", view.modalities()),
                RegionWords.of(view, workplace.texts()));
    }
}
