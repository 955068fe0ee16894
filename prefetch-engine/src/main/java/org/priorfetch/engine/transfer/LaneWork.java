package org.priorfetch.engine.transfer;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;

/** What a job wants the lanes of its source to do. Guarded by the lanes, but for what a piece does. */
final class LaneWork {

    /** Asks for one piece. */
    interface Asking {

        /** A lane is free for it, and it is asked for at once. Called under the lock of the lanes. */
        default void begun(RetrieveRequest request) {}

        void ask(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop) throws PeerException;

        /** Whether a list that an instance has come of is to end here, and to go on when others have had their turn. */
        default boolean isToMakeWay() {
            return false;
        }
    }

    /** What is done with an instance that comes. */
    interface Handler {
        Answer on(RetrieveRequest request, InstanceInFlight instance);
    }

    /** What one lane is doing. */
    static final class Piece {

        private final LaneWork work;
        private final RetrieveRequest request;
        private final Cancellation stop;
        private final long begun;
        private final Set<String> came = ConcurrentHashMap.newKeySet();
        private volatile boolean done;
        private OptionalLong dividedAt = OptionalLong.empty();

        private Piece(LaneWork work, RetrieveRequest request, long begun) {
            this.work = work;
            this.request = request;
            this.begun = begun;
            this.stop = work.cancellation.child();
        }

        LaneWork work() {
            return work;
        }

        /** Ends at the instance; the rest is asked for later. */
        void stop() {
            stop.cancel();
        }

        /** The same, to share the rest. */
        void divide(long now) {
            dividedAt = OptionalLong.of(now);
            stop();
        }

        /** For how long it has gone on since it was to be divided; 0 where it never was. */
        long nanosSinceDivided(long now) {
            return dividedAt.isPresent() ? now - dividedAt.getAsLong() : 0;
        }

        boolean isStopping() {
            return stop.isCancelled();
        }

        boolean isHeavy() {
            return work.pieces.isHeavy(request);
        }

        /** Whether the job may have one more lane, and what is to come is enough for it. */
        boolean isDivisible() {
            return work.underWay.size() < work.mostLanes && work.pieces.isDivisible(request, came);
        }

        /** How long what is to come would take if it goes on as until now, in ns; nobody knows before the first has come. */
        long nanosLeft(long now) {
            int count = came.size();
            return count == 0 ? 0 : (now - begun) / count * (request.instances().size() - count);
        }

        /** Whether nothing has come of it. */
        boolean isWaiting() {
            return came.isEmpty();
        }

        /** Whether all of it was asked for to the end. */
        boolean isDone() {
            return done;
        }

        /** Returns what went wrong, or null; a stop is nothing wrong. */
        @Nullable
        Exception run() {
            try {
                work.asking.ask(request, this::receive, stop);
                done = !stop.isCancelled();
                return null;
            } catch (PeerException failure) {
                return failure.kind() == PeerException.Kind.CANCELLED && !work.cancellation.isCancelled() ? null
                        : failure;
            } catch (RuntimeException defect) {
                return defect;
            } catch (Error grave) {
                return new IllegalStateException("a piece ended by " + grave.getClass().getSimpleName(), grave);
            }
        }

        private Answer receive(InstanceInFlight instance) {
            came.add(instance.header().instance().sopInstanceUid());
            Answer answer = work.handler.on(request, instance);
            if (came.size() > 1 && !work.isOfStreams() && work.asking.isToMakeWay()) {
                stop();
            }
            return answer;
        }
    }

    private final Turn turn;
    private final Pieces pieces;
    private final int mostLanes;
    private final Cancellation cancellation;
    private final Asking asking;
    private final Handler handler;
    private final Set<Piece> underWay = new LinkedHashSet<>();
    private @Nullable Exception failure;

    /**
     * @param mostLanes that may work on it side by side
     * @param cancellation of all of it; the first failure cancels it, too
     */
    LaneWork(Turn turn, Pieces pieces, int mostLanes, Cancellation cancellation, Asking asking, Handler handler) {
        this.turn = turn;
        this.pieces = pieces;
        this.mostLanes = mostLanes;
        this.cancellation = cancellation;
        this.asking = asking;
        this.handler = handler;
    }

    Turn turn() {
        return turn;
    }

    Set<Piece> underWay() {
        return underWay;
    }

    /** How many more lanes could work on it, at most so many. */
    int wanted(int most) {
        int allowed = Math.min(most, mostLanes - underWay.size());
        return cancellation.isCancelled() || allowed <= 0 ? 0 : pieces.wanted(allowed);
    }

    /** How much is left, at most so much, for lanes that have done what they do now; nothing for more lanes than it may have. */
    int left(int lanes, int most) {
        return cancellation.isCancelled() || mostLanes < lanes ? 0 : pieces.wanted(most);
    }

    boolean isNextHeavy() {
        return pieces.isNextHeavy();
    }

    /** Whether some of it waits for samples of series that have not been asked for. */
    boolean isOpening() {
        return !underWay.isEmpty() && pieces.areOpening();
    }

    boolean isOfStreams() {
        return pieces.areStreams();
    }

    /**
     * The next piece; null when there is none for a lane now.
     *
     * @param free lanes that have nothing to do, this one with them
     * @param now in ns, of whatever clock
     */
    @Nullable
    Piece begin(int lanes, int free, long now) {
        pieces.narrow(Math.min(free, mostLanes - underWay.size()));
        RetrieveRequest request = wanted(1) == 0 ? null : pieces.next(Math.min(lanes, mostLanes), outstanding());
        if (request == null) {
            return null;
        }
        Piece piece = new Piece(this, request, now);
        underWay.add(piece);
        asking.begun(request);
        return piece;
    }

    private long outstanding() {
        return underWay.stream().mapToLong(piece -> pieces.cost(piece.request, piece.came)).sum();
    }

    void end(Piece piece, @Nullable Exception trouble) {
        underWay.remove(piece);
        if (trouble != null) {
            failure = failure == null ? trouble : failure;
            cancellation.cancel();
        } else if (!piece.isDone() && !cancellation.isCancelled()) {
            pieces.putBack(piece.request, piece.came);
        }
        piece.stop(); // nobody has to keep it in mind any more
    }

    boolean isOver() {
        return underWay.isEmpty() && (pieces.isEmpty() || cancellation.isCancelled());
    }

    void cancel() {
        cancellation.cancel();
    }

    void throwFailure() throws PeerException {
        switch (failure) {
            case PeerException peerFailure -> throw peerFailure;
            case RuntimeException defect -> throw defect;
            case null, default -> {
            }
        }
    }
}
