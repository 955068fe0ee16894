package org.priorfetch.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What was measured at one peer. Null stands for what was not, or not yet.
 *
 * @param name in {@code site.yaml}
 * @param web whether images are carried by DICOMweb
 * @param down from it to us
 * @param up from us to it
 * @param notes why something could not be measured
 */
public record PeerMeasures(String name, PeerKind kind, boolean web, @Nullable Ping roundTrip,
        @Nullable Double lostMillis, @Nullable Window window, @Nullable Granted associations, @Nullable Http http,
        @Nullable Carried down, @Nullable Carried up, List<Message> notes) {

    /**
     * How long small questions took, one after the other on an open connection.
     *
     * @param count of them
     */
    public record Ping(double medianMillis, double worstMillis, int count) {}

    /**
     * Operations at a time on one association (PS3.7 D.3.3.3).
     *
     * @param granted 1 where the peer does not speak of it, 0 for as many as one likes
     * @param dropped whether the peer ended the connection because it was asked
     */
    public record Window(int asked, int granted, boolean dropped) {

        /** How many are under way at a time. */
        public int width() {
            return dropped ? 1 : granted == 0 ? asked : Math.min(asked, granted);
        }
    }

    /**
     * Associations at the same time.
     *
     * @param allowed by the settings; more are never opened
     * @param granted by the peer
     * @param busy whether some were in use by transfers, so that fewer could be tried
     */
    public record Granted(int allowed, int granted, boolean busy) {}

    /**
     * What a web server offers.
     *
     * @param version such as {@code HTTP/2}
     */
    public record Http(String version, boolean gzip) {}

    /**
     * Images that were carried.
     *
     * @param tookMillis from the request to the last byte, connections aside
     * @param lineMillis of it for bytes on the line
     * @param ownMillis of it for the peer's own work
     * @param limited whether our own limit held it back
     * @param fromTransfers whether it is what earlier transfers show, and not a measurement
     */
    public record Carried(int instances, long bytes, double tookMillis, double lineMillis, double ownMillis,
            boolean limited, boolean fromTransfers) {

        private static final double MILLIS = 1000;

        /** All in all. */
        public double bytesPerSecond() {
            return tookMillis <= 0 ? 0 : bytes * MILLIS / tookMillis;
        }

        /** While bytes were on the line. */
        public double lineBytesPerSecond() {
            return lineMillis <= 0 ? 0 : bytes * MILLIS / lineMillis;
        }

        public double ownMillisPerInstance() {
            return instances == 0 ? 0 : ownMillis / instances;
        }
    }

    public PeerMeasures {
        notes = List.copyOf(notes);
    }

    /** Nothing yet. */
    public static PeerMeasures none(String name, PeerKind kind, boolean web) {
        return new PeerMeasures(name, kind, web, null, null, null, null, null, null, null, List.of());
    }

    public PeerMeasures with(Ping seen) {
        return changed(draft -> draft.roundTrip = seen);
    }

    /** What a plain program loses at each operation. */
    public PeerMeasures losing(double millis) {
        return changed(draft -> draft.lostMillis = millis);
    }

    public PeerMeasures with(Window seen) {
        return changed(draft -> draft.window = seen);
    }

    public PeerMeasures with(Granted seen) {
        return changed(draft -> draft.associations = seen);
    }

    public PeerMeasures with(Http seen) {
        return changed(draft -> draft.http = seen);
    }

    public PeerMeasures fetching(Carried seen) {
        return changed(draft -> draft.down = seen);
    }

    public PeerMeasures taking(Carried seen) {
        return changed(draft -> draft.up = seen);
    }

    public PeerMeasures noting(Message note) {
        return changed(draft -> draft.notes.add(note));
    }

    /** With what a later step has found in addition. */
    public PeerMeasures and(PeerMeasures later) {
        return changed(draft -> {
            draft.roundTrip = or(later.roundTrip, roundTrip);
            draft.lostMillis = or(later.lostMillis, lostMillis);
            draft.window = or(later.window, window);
            draft.associations = or(later.associations, associations);
            draft.http = or(later.http, http);
            draft.down = or(later.down, down);
            draft.up = or(later.up, up);
            draft.notes.addAll(later.notes);
        });
    }

    private PeerMeasures changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new PeerMeasures(name, kind, web, draft.roundTrip, draft.lostMillis, draft.window, draft.associations,
                draft.http, draft.down, draft.up, draft.notes);
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    /** What was found, while something is changed in it. */
    private static final class Draft {

        private @Nullable Ping roundTrip;
        private @Nullable Double lostMillis;
        private @Nullable Window window;
        private @Nullable Granted associations;
        private @Nullable Http http;
        private @Nullable Carried down;
        private @Nullable Carried up;
        private final List<Message> notes;

        Draft(PeerMeasures from) {
            roundTrip = from.roundTrip;
            lostMillis = from.lostMillis;
            window = from.window;
            associations = from.associations;
            http = from.http;
            down = from.down;
            up = from.up;
            notes = new ArrayList<>(from.notes);
        }
    }
}
