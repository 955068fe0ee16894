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
import org.priorfetch.engine.transfer.SourceGate;

/**
 * How many appointments of the next hours will not be ready in time, and what holds them up, as the last snapshot tells it. It is
 * worked out when it is asked for, which is seldom beside the snapshots. Guarded by itself.
 */
final class Lateness {

    private static final Duration AHEAD = Duration.ofHours(LateAppointments.HOURS);

    private @Nullable EngineSnapshot snapshot;
    private LateAppointments latest = LateAppointments.NONE;

    synchronized LateAppointments latest() {
        if (snapshot != null) {
            latest = of(snapshot, latest.source());
        }
        return latest;
    }

    synchronized void look(EngineSnapshot latestSnapshot) {
        snapshot = latestSnapshot;
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
        List<TransferView> ofNamed = lasts.get(named);
        if (ofNamed != null && ofNamed.size() * 2 >= most) {
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
        List<Reason> reasons = lasts.stream().map(TransferView::reason).filter(Objects::nonNull).toList();
        if (reasons.stream().filter(SourceGate::isOutsideHours).count() * 2 > lasts.size()) {
            return Cause.HOURS;
        }
        boolean volume = reasons.stream().filter(SourceGate::isDailyVolume).count() * 2 > lasts.size();
        return volume ? Cause.VOLUME : Cause.RATE;
    }
}
