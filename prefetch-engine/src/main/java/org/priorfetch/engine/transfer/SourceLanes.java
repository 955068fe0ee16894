package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.PeerException;

/**
 * The lanes to one source, shared by its running jobs. A lane that is free takes its next piece from the most pressing job
 * that has one, so that none is idle while there is work. A job that overtakes has lanes pass to it at the next instance.
 * Thread-safe.
 */
final class SourceLanes {

    /** A job may have become more pressing, or may be cancelled, without a word to us. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** So many pieces for each lane are time enough to prepare what comes next. */
    private static final int AHEAD = 2;

    /** To stop a piece and to ask for its rest takes some round trips; what would be done sooner than this is let be. */
    private static final Duration WORTH_DIVIDING = Duration.ofMillis(500);

    /** Whoever goes on for so long although it was to stop is left in peace from then on. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    /** Of fewer lanes none is given to a job that is not the first. */
    private static final int FEWEST_TO_MIX = 3;

    private static final Comparator<LaneWork> MOST_PRESSING_FIRST = Comparator.comparing(LaneWork::turn,
            Turn.MOST_PRESSING_FIRST);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<LaneWork> works = new ArrayList<>();
    /** Jobs that overtake and are not far enough to ask for images; a lane is kept free for what they ask first. */
    private final Set<Turn> approaching = new HashSet<>();
    private final AdaptiveLanes lanes;
    private final LongSupplier nanos;
    private int busy;
    private @Nullable Runnable lent;
    private boolean divides = true;

    SourceLanes(AdaptiveLanes lanes, LongSupplier nanos) {
        this.lanes = lanes;
        this.nanos = nanos;
    }

    SourceLanes(AdaptiveLanes lanes) {
        this(lanes, System::nanoTime);
    }

    /** How many there are now. */
    int count() {
        return lanes.count();
    }

    /** How many have nothing to do now. */
    int free() {
        lock.lock();
        try {
            return Math.max(0, lanes.count() - busy);
        } finally {
            lock.unlock();
        }
    }

    /** Whether there are several, none of them busy, and no other job is going to ask for images soon. */
    boolean areFreeFor(Turn turn) {
        lock.lock();
        try {
            return isLeftTo(turn);
        } finally {
            lock.unlock();
        }
    }

    private boolean isLeftTo(Turn turn) {
        return busy == 0 && works.isEmpty() && lanes.count() > 1 && approaching.stream().allMatch(turn::equals);
    }

    /**
     * Takes one for what is asked before there are pieces, where they are. Answers whether it does; then it must be given back.
     *
     * @param makesWay called, by a thread of its own, where somebody else needs what the source bears
     */
    boolean lend(Turn turn, Runnable makesWay) {
        lock.lock();
        try {
            boolean lends = isLeftTo(turn);
            busy += lends ? 1 : 0;
            lent = lends ? makesWay : lent;
            return lends;
        } finally {
            lock.unlock();
        }
    }

    void giveBack() {
        lock.lock();
        try {
            busy--;
            lent = null;
            fill();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void endWhatIsLent() {
        if (lent != null) {
            Thread.ofVirtual().start(lent);
            lent = null;
        }
    }

    /** Whether so little is left to be handed out that lanes will soon have nothing to do. */
    boolean isRunningOut() {
        lock.lock();
        try {
            int all = lanes.count();
            return works.stream().mapToInt(work -> work.left(all, AHEAD * all)).sum() < AHEAD * all;
        } finally {
            lock.unlock();
        }
    }

    /** The job is going to ask for images soon. */
    void approach(Turn turn) {
        lock.lock();
        try {
            approaching.add(turn);
            if (turn.overtakes()) {
                endWhatIsLent();
            }
            makeRoom();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Somebody has a question while images take all that the source bears: one piece of the least pressing ends at the instance, if
     * possible one of which something has come.
     */
    void makeWay() {
        lock.lock();
        try {
            works.sort(MOST_PRESSING_FIRST);
            endWhatIsLent();
            if (underWay().noneMatch(LaneWork.Piece::isStopping)) {
                works.reversed()
                        .stream()
                        .filter(work -> !work.turn().overtakes())
                        .flatMap(work -> work.underWay().stream())
                        .min(Comparator.comparing(LaneWork.Piece::isWaiting))
                        .ifPresent(LaneWork.Piece::stop);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The job asks for nothing any more. */
    void leave(Turn turn) {
        lock.lock();
        try {
            approaching.remove(turn);
            fill();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when every piece is done, or the work was cancelled or failed.
     *
     * @param waited told for how long no lane was free for it
     * @throws PeerException the first failure
     */
    void run(LaneWork work, LongConsumer waited) throws PeerException {
        boolean interrupted = false;
        lock.lock();
        try {
            approaching.remove(work.turn());
            works.add(work);
            fill();
            while (!work.isOver()) {
                makeRoom();
                fill();
                divideLast();
                boolean waits = work.underWay().isEmpty();
                long from = System.nanoTime();
                try {
                    boolean _ = changed.await(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException stop) {
                    work.cancel();
                    interrupted = true;
                }
                waited.accept(waits ? System.nanoTime() - from : 0);
            }
        } finally {
            works.remove(work);
            fill();
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        work.throwFailure();
    }

    /** Gives work to every lane that is free. All are begun before anything can come of the first. */
    private void fill() {
        List<LaneWork.Piece> begun = new ArrayList<>();
        for (LaneWork.Piece piece = next(); piece != null; piece = next()) {
            begun.add(piece);
            busy++;
        }
        begun.forEach(piece -> Thread.ofVirtual().start(() -> work(piece)));
    }

    private LaneWork.@Nullable Piece next() {
        works.sort(MOST_PRESSING_FIRST); // stable: of equals, who came first
        int all = lanes.count();
        List<LaneWork> waiting = works.stream().filter(work -> freeFor(work, all) > 0 && work.wanted(1) > 0).toList();
        if (waiting.isEmpty()) {
            return null;
        }
        LaneWork chosen = chosen(waiting, all);
        return chosen.begin(all, freeFor(chosen, all), nanos.getAsLong());
    }

    private int freeFor(LaneWork work, int all) {
        return (work.turn().overtakes() ? mostUnderWay() : all - keptFree()) - busy;
    }

    /**
     * The first; or of those that are as pressing one whose images keep the line busy, as long as no such are under way, and
     * else one whose images are small, which wait for round trips more than for the line. Of what comes as streams, which wait for
     * none, the large ones are begun first, so that none is left to go through the spool when everything else is there. What has
     * begun, and waits for samples of further series, goes before all that.
     */
    private LaneWork chosen(List<LaneWork> waiting, int all) {
        LaneWork first = waiting.getFirst();
        if (all < FEWEST_TO_MIX) {
            return first;
        }
        boolean heavy = first.isOfStreams() || underWay().noneMatch(LaneWork.Piece::isHeavy);
        List<LaneWork> equals = waiting.stream()
                .filter(work -> work == first || work.turn().isAsPressingAs(first.turn()))
                .toList();
        return equals.stream()
                .filter(LaneWork::isOpening)
                .findFirst()
                .or(() -> equals.stream().filter(work -> work.isNextHeavy() == heavy).findFirst())
                .orElse(first);
    }

    private Stream<LaneWork.Piece> underWay() {
        return works.stream().flatMap(work -> work.underWay().stream());
    }

    private int keptFree() {
        return (int) approaching.stream().filter(Turn::overtakes).count();
    }

    private void work(LaneWork.Piece piece) {
        Exception trouble = piece.run();
        lock.lock();
        try {
            busy--;
            divides &= piece.nanosSinceDivided(nanos.getAsLong()) <= STOPS_WITHIN.toNanos();
            if (busy > 0 && isRefusal(trouble)) {
                lanes.refused(busy);
                piece.work().end(piece, null);
            } else {
                piece.work().end(piece, trouble);
            }
            fill();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** As long as the peer serves other lanes, it only wants fewer of them. */
    private static boolean isRefusal(@Nullable Exception trouble) {
        return trouble instanceof PeerException failure
                && (failure.kind() == PeerException.Kind.REFUSED || failure.kind() == PeerException.Kind.BUSY);
    }

    /** An instance of so many bytes has been carried. */
    void carried(long bytes) {
        lock.lock();
        try {
            int tried = lanes.count();
            // more streams than are tried go on to their end, which says nothing of fewer
            boolean unjudged = busy < tried || (busy > tried && mostUnderWay() > tried);
            boolean allBusy = !unjudged && works.stream().anyMatch(work -> work.wanted(1) > 0);
            lanes.carried(Pieces.ROUND_TRIP + bytes, allBusy);
        } finally {
            lock.unlock();
        }
    }

    /** Where a lane has nothing to do, the piece that would be done last ends at the instance, and its rest is shared. */
    private void divideLast() {
        if (!divides || busy >= lanes.count() - keptFree() || underWay().anyMatch(LaneWork.Piece::isStopping)) {
            return;
        }
        long now = nanos.getAsLong();
        underWay().filter(LaneWork.Piece::isDivisible)
                .max(Comparator.comparingLong(piece -> piece.nanosLeft(now)))
                .filter(piece -> piece.nanosLeft(now) >= WORTH_DIVIDING.toNanos())
                .ifPresent(piece -> piece.divide(now));
    }

    /** Where jobs that overtake want lanes and none is free, or more are under way than may be, pieces of others end at the instance. */
    private void makeRoom() {
        int all = mostUnderWay();
        int wanted = keptFree() + works.stream()
                .filter(work -> work.turn().overtakes())
                .mapToInt(work -> work.wanted(all))
                .sum();
        List<LaneWork.Piece> others = works.reversed()
                .stream()
                .filter(work -> !work.turn().overtakes())
                .flatMap(work -> work.underWay().stream())
                .toList();
        long ending = others.stream().filter(LaneWork.Piece::isStopping).count();
        others.stream()
                .filter(piece -> !piece.isStopping())
                .limit(Math.max(0, Math.min(wanted, all) - (all - busy) - ending))
                .forEach(LaneWork.Piece::stop);
    }

    /** The rest of a stream would be asked for image by image: that fewer lanes do as well is no reason to break it off. */
    private int mostUnderWay() {
        return works.stream().anyMatch(work -> work.isOfStreams() && !work.underWay().isEmpty()) ? lanes.most()
                : lanes.count();
    }
}
