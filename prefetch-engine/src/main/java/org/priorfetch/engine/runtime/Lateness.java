package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.alert.LateAppointments;
import org.priorfetch.engine.alert.LateAppointments.Cause;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;

/**
 * How many appointments of the next hours will not be ready in time, and what holds them up, as the last snapshot told it.
 * Guarded by itself.
 */
final class Lateness {

    private static final Duration AHEAD = Duration.ofHours(LateAppointments.HOURS);

    private LateAppointments latest = LateAppointments.NONE;

    synchronized LateAppointments latest() {
        return latest;
    }

    synchronized void look(EngineSnapshot snapshot) {
        latest = of(snapshot, latest.source());
    }

    /** @param named that is named already; it stays so as long as it holds up half as many as another one */
    private static LateAppointments of(EngineSnapshot snapshot, String named) {
        Instant now = snapshot.at();
        List<AppointmentView> due = snapshot.appointments()
                .stream()
                .filter(one -> !one.scheduledStart().isBefore(now) && one.scheduledStart().isBefore(now.plus(AHEAD)))
                .toList();
        List<AppointmentView> late = due.stream().filter(AppointmentView::late).toList();
        if (late.isEmpty()) {
            return new LateAppointments(due.size(), 0, "", Cause.RATE);
        }
        Map<String, TransferView> open = snapshot.transfers()
                .stream()
                .filter(transfer -> !transfer.state().isTerminal())
                .collect(Collectors.toMap(TransferView::studyUid, Function.identity(), (first, _) -> first));
        Map<String, List<TransferView>> lasts = late.stream()
                .map(one -> last(one, open))
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(TransferView::source, TreeMap::new, Collectors.toList()));
        String source = source(lasts, named);
        return new LateAppointments(due.size(), late.size(), source,
                snapshot.paused() ? Cause.PAUSE : cause(lasts.getOrDefault(source, List.of())));
    }

    /** What it waits for longest. */
    private static Optional<TransferView> last(AppointmentView late, Map<String, TransferView> open) {
        return late.priors()
                .stream()
                .filter(prior -> prior.state() == PriorState.FETCH)
                .map(PriorView::studyUid)
                .map(open::get)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(TransferView::etaSeconds, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private static String source(Map<String, List<TransferView>> lasts, String named) {
        int most = lasts.values().stream().mapToInt(List::size).max().orElse(0);
        if (lasts.getOrDefault(named, List.of()).size() * 2 >= most && most > 0 && lasts.containsKey(named)) {
            return named;
        }
        return lasts.entrySet()
                .stream()
                .filter(one -> one.getValue().size() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Cause cause(List<TransferView> lasts) {
        long hours = lasts.stream().filter(one -> waitsFor(one.reason(), "transfer.outside")).count();
        long volume = lasts.stream().filter(one -> waitsFor(one.reason(), "transfer.dailyVolume")).count();
        if (hours * 2 > lasts.size()) {
            return Cause.HOURS;
        }
        return volume * 2 > lasts.size() ? Cause.VOLUME : Cause.RATE;
    }

    private static boolean waitsFor(@Nullable Reason reason, String key) {
        return reason != null && reason.phrases().getFirst().key().startsWith(key);
    }
}
