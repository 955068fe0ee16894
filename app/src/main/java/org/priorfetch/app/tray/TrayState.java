package org.priorfetch.app.tray;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.PeerWords;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ReadinessVerdict;

/**
 * What the tray tells of the engine, without a patient's name.
 *
 * @param counts appointments by verdict; no zeroes
 * @param silent who does not answer, in the order PACS, worklists, sources
 * @param pausedUntil null when not paused, or without an end
 * @param needsReview what waits for a person, things of no appointment too
 * @param critical what keeps everything from being delivered, or soon will
 */
public record TrayState(Kind kind, Map<ReadinessVerdict, Integer> counts, List<Silent> silent, boolean paused,
        @Nullable Instant pausedUntil, int needsReview, Set<AlertKind> critical) {

    /** The four states of the icon. */
    public enum Kind {
        ALL_READY, WORKING, NEEDS_ATTENTION, NO_CONNECTION
    }

    /** A peer that does not answer. */
    public record Silent(PeerKind kind, String name) {}

    private static final List<ReadinessVerdict> FOR_A_PERSON = List.of(ReadinessVerdict.HELD, ReadinessVerdict.FAILED,
            ReadinessVerdict.PARTIAL);
    private static final Set<AlertKind> CRITICAL = Set.of(AlertKind.PACS_DOWN, AlertKind.DISK_LOW);

    public TrayState {
        counts = Map.copyOf(counts);
        silent = List.copyOf(silent);
        critical = Set.copyOf(critical);
    }

    /** When nothing waits but appointments, and nothing is critical. */
    TrayState(Kind kind, Map<ReadinessVerdict, Integer> counts, List<Silent> silent, boolean paused,
            @Nullable Instant pausedUntil) {
        this(kind, counts, silent, paused, pausedUntil, 0, Set.of());
    }

    /** Before the engine has said anything. */
    public static TrayState starting() {
        return new TrayState(Kind.WORKING, Map.of(), List.of(), false, null);
    }

    /** The engine itself does not answer: nothing that was known before may be relied upon. */
    public static TrayState engineGone() {
        return new TrayState(Kind.NO_CONNECTION, Map.of(), List.of(), false, null);
    }

    public static TrayState of(EngineSnapshot snapshot) {
        Map<ReadinessVerdict, Integer> counts = counts(snapshot.appointments());
        List<Silent> silent = Stream.of(List.of(snapshot.pacs()), snapshot.worklists(), snapshot.sources())
                .flatMap(List::stream)
                .filter(PeerWords::isInTrouble)
                .map(peer -> new Silent(peer.kind(), peer.name()))
                .toList();
        Set<AlertKind> critical = snapshot.alerts()
                .stream()
                .map(Alert::kind)
                .filter(CRITICAL::contains)
                .collect(Collectors.toSet());
        return new TrayState(kind(snapshot, counts, silent, critical), counts, silent, snapshot.paused(),
                snapshot.pausedUntil(), snapshot.needsReview(), critical);
    }

    /**
     * What makes the rest doubtful comes first, then what waits for a person: a source that does not answer is told when
     * nobody is needed, but before any work.
     */
    private static Kind kind(EngineSnapshot snapshot, Map<ReadinessVerdict, Integer> counts, List<Silent> silent,
            Set<AlertKind> critical) {
        boolean doubtful = silent.stream().anyMatch(peer -> peer.kind() != PeerKind.SOURCE);
        boolean followsNothing = snapshot.worklists().isEmpty() && counts.isEmpty();
        if (doubtful || followsNothing) {
            return Kind.NO_CONNECTION;
        }
        if (FOR_A_PERSON.stream().anyMatch(counts::containsKey) || snapshot.needsReview() > 0 || !critical.isEmpty()) {
            return Kind.NEEDS_ATTENTION;
        }
        if (!silent.isEmpty() || counts.containsKey(ReadinessVerdict.UNREACHABLE)) {
            return Kind.NO_CONNECTION;
        }
        return counts.containsKey(ReadinessVerdict.FETCHING) || !isKnown(snapshot) ? Kind.WORKING : Kind.ALL_READY;
    }

    /** Whether everybody was asked without whom nothing can be called ready. */
    private static boolean isKnown(EngineSnapshot snapshot) {
        boolean worklists = snapshot.worklists().stream().allMatch(worklist -> worklist.state() == PeerState.OK);
        return worklists && (snapshot.appointments().isEmpty() || snapshot.pacs().state() == PeerState.OK);
    }

    private static Map<ReadinessVerdict, Integer> counts(List<AppointmentView> appointments) {
        Map<ReadinessVerdict, Integer> counts = new EnumMap<>(ReadinessVerdict.class);
        appointments.forEach(appointment -> counts.merge(appointment.verdict(), 1, Integer::sum));
        return counts;
    }

    public int count(ReadinessVerdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    public int appointments() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What waits for a person: appointments held, failed or only partly here, or more than that by hand. */
    public int attention() {
        return Math.max(waitingAppointments(), needsReview);
    }

    /** What waits for a person and is told by no appointment. */
    int waitingBeside() {
        return attention() - waitingAppointments();
    }

    private int waitingAppointments() {
        return FOR_A_PERSON.stream().mapToInt(this::count).sum();
    }

    /** Appointments with nothing left to do. */
    public int ready() {
        return count(ReadinessVerdict.READY) + count(ReadinessVerdict.NONE_EXIST);
    }
}
