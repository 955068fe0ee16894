package org.priorfetch.app.tray;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
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
 */
public record TrayState(Kind kind, Map<ReadinessVerdict, Integer> counts, List<Silent> silent, boolean paused,
        @Nullable Instant pausedUntil) {

    /** The four states of the icon. */
    public enum Kind {
        ALL_READY, WORKING, NEEDS_ATTENTION, NO_CONNECTION
    }

    /** A peer that does not answer. */
    public record Silent(PeerKind kind, String name) {}

    private static final List<ReadinessVerdict> FOR_A_PERSON = List.of(ReadinessVerdict.HELD, ReadinessVerdict.FAILED,
            ReadinessVerdict.PARTIAL);

    public TrayState {
        counts = Map.copyOf(counts);
        silent = List.copyOf(silent);
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
                .filter(TrayState::isSilent)
                .map(peer -> new Silent(peer.kind(), peer.name()))
                .toList();
        return new TrayState(kind(snapshot, counts, silent), counts, silent, snapshot.paused(),
                snapshot.pausedUntil());
    }

    /**
     * What makes the rest doubtful comes first, then what waits for a person: a source that does not answer is told when
     * nobody is needed, but before any work.
     */
    private static Kind kind(EngineSnapshot snapshot, Map<ReadinessVerdict, Integer> counts, List<Silent> silent) {
        boolean doubtful = silent.stream().anyMatch(peer -> peer.kind() != PeerKind.SOURCE);
        boolean followsNothing = snapshot.worklists().isEmpty() && counts.isEmpty();
        if (doubtful || followsNothing) {
            return Kind.NO_CONNECTION;
        }
        if (FOR_A_PERSON.stream().anyMatch(counts::containsKey)) {
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

    private static boolean isSilent(PeerStatus peer) {
        return switch (peer.state()) {
            case UNREACHABLE, SILENT -> true;
            case OK, UNKNOWN -> false;
        };
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

    /** Appointments that wait for a person: held, failed or only partly here. */
    public int attention() {
        return FOR_A_PERSON.stream().mapToInt(this::count).sum();
    }

    /** Appointments with nothing left to do. */
    public int ready() {
        return count(ReadinessVerdict.READY) + count(ReadinessVerdict.NONE_EXIST);
    }
}
