package org.priorfetch.engine.transfer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.RetrieveRequest;

/**
 * What is still to be asked for, in pieces. Lists are cut when a lane is free for them, and so that all lanes would end at the
 * same time: as large as that allows, since each costs one more round trip. Guarded by its owner.
 */
final class Pieces {

    /** So many instances are asked for at a time at most. */
    static final int LARGEST = 100;

    /** What a round trip is worth, in bytes: many small instances take as long as few large ones. */
    static final long ROUND_TRIP = 256 * 1024L;

    /** An instance of so many bytes keeps the line busy rather than waiting. */
    private static final long HEAVY = 4 * 1024 * 1024L;

    /** A series of no more instances than this may be one of films. */
    static final int MOST_FILMS = 4;

    /** Less than this, or fewer instances, is not worth a request of its own. */
    private static final long SMALLEST = 3 * 1024 * 1024L;
    private static final int FEWEST = 4;

    /** Beside so much one more round trip is nothing. */
    private static final long ENOUGH = 56 * 1024 * 1024L;

    private final Deque<RetrieveRequest> openers;
    private final Deque<RetrieveRequest> queue;
    private final @Nullable ToLongFunction<String> sizes;

    private Pieces(Collection<RetrieveRequest> openers, Collection<RetrieveRequest> requests,
            @Nullable ToLongFunction<String> sizes) {
        this.openers = new ArrayDeque<>(openers);
        this.queue = new ArrayDeque<>(requests);
        this.sizes = sizes;
    }

    /** These, as they are. */
    static Pieces whole(Collection<RetrieveRequest> requests) {
        return whole(List.of(), requests);
    }

    /** The first, then the others, as they are. */
    static Pieces whole(Collection<RetrieveRequest> openers, Collection<RetrieveRequest> requests) {
        return new Pieces(openers, requests, null);
    }

    /**
     * The first as they are, then the others, cut where it helps.
     *
     * @param sizes how many bytes an instance of a series has; 0 as long as it is not known
     */
    static Pieces cut(Collection<RetrieveRequest> openers, Collection<RetrieveRequest> lists,
            ToLongFunction<String> sizes) {
        return new Pieces(openers, lists, sizes);
    }

    /** How many instances to begin with where so many are to come, of a size that nobody knows. There may be no lane yet. */
    static int first(int instances, int lanes) {
        return Math.clamp(instances / Math.max(lanes, 1), 1, LARGEST);
    }

    boolean isEmpty() {
        return openers.isEmpty() && queue.isEmpty();
    }

    /** Whether there are series of which nothing has been asked for, and whose samples everything waits for. */
    boolean areOpening() {
        return !openers.isEmpty();
    }

    /**
     * So few lanes are free for what opens the series. What is more begins with a single instance, since nothing may pass before
     * there is one of each: a lane that works on a list for long would fill the spool.
     */
    void narrow(int lanes) {
        List<RetrieveRequest> lists = openers.stream().filter(opener -> opener.instances().size() > 1).toList();
        for (RetrieveRequest tooMany : lists.subList(Math.min(Math.max(lanes, 1), lists.size()), lists.size())
                .reversed()) {
            openers.remove(tooMany);
            openers.addFirst(with(tooMany, tooMany.instances().subList(0, 1)));
            putOff(tooMany);
        }
    }

    /** A series that is a stream comes whole, if only few of it are one image too many. */
    private void putOff(RetrieveRequest opener) {
        List<InstanceRef> rest = opener.instances().subList(1, opener.instances().size());
        if (sizes != null) {
            queue.addFirst(with(opener, rest));
        } else if (opener.instances().size() > MOST_FILMS) {
            queue.addFirst(opener);
        } else {
            rest.reversed().forEach(instance -> queue.addFirst(with(opener, List.of(instance))));
        }
    }

    /** How many lanes there is work for, at most so many. */
    int wanted(int most) {
        long instances = queue.stream().mapToLong(request -> request.instances().size()).sum();
        return (int) Math.min(most, openers.size() + (sizes == null ? queue.size() : instances));
    }

    /** Whether each comes as it is, as one stream. */
    boolean areStreams() {
        return sizes == null;
    }

    /** Whether the next piece is, or may turn out to be, of instances that keep the line busy. */
    boolean isNextHeavy() {
        RetrieveRequest next = openers.isEmpty() ? queue.peek() : openers.peek();
        return next != null && isHeavy(next);
    }

    /** The same of a piece that is under way; one that nobody knows the size of may be heavy, as a stream where it is of few. */
    boolean isHeavy(RetrieveRequest piece) {
        if (sizes == null) {
            return piece.instances().size() <= MOST_FILMS;
        }
        long each = sizes.applyAsLong(piece.seriesInstanceUid());
        return each == 0 || each >= HEAVY;
    }

    /** Whether what has not come of a piece is enough for two requests. What is one stream is not divided. */
    boolean isDivisible(RetrieveRequest piece, Set<String> came) {
        return sizes != null && cost(piece, came) >= 2 * least(piece, sizes);
    }

    /**
     * The next piece; null when there is none left.
     *
     * @param lanes that share the work
     * @param underWay what was asked for and has not come, as {@link #cost} measures it
     */
    @Nullable
    RetrieveRequest next(int lanes, long underWay) {
        RetrieveRequest opener = openers.poll();
        RetrieveRequest list = opener == null ? queue.poll() : opener;
        if (list == null || opener != null || sizes == null) {
            return list;
        }
        int size = size(list, lanes, underWay, sizes);
        List<InstanceRef> all = list.instances();
        if (size >= all.size()) {
            return list;
        }
        queue.addFirst(with(list, all.subList(size, all.size())));
        return with(list, all.subList(0, size));
    }

    private int size(RetrieveRequest list, int lanes, long underWay, ToLongFunction<String> known) {
        long each = each(list, known);
        long least = least(list, known);
        long share = Math.clamp((cost(list, known) + queued(known) + underWay) / lanes, least, ENOUGH);
        int size = Math.clamp(share / each, 1, LARGEST);
        long left = (list.instances().size() - size) * each;
        return left < least ? Math.min(LARGEST, list.instances().size()) : size;
    }

    /** Nothing is known of an instance that may be as large as a film. */
    private static long least(RetrieveRequest list, ToLongFunction<String> known) {
        return known.applyAsLong(list.seriesInstanceUid()) == 0 ? 0 : Math.min(SMALLEST, FEWEST * each(list, known));
    }

    private long queued(ToLongFunction<String> known) {
        return queue.stream().mapToLong(request -> cost(request, known)).sum();
    }

    /** What those of a piece that have not come will take, in bytes; 0 where the instances are not listed. */
    long cost(RetrieveRequest piece, Set<String> came) {
        return sizes == null ? 0 : Math.max(0, piece.instances().size() - came.size()) * each(piece, sizes);
    }

    private static long cost(RetrieveRequest list, ToLongFunction<String> known) {
        return list.instances().size() * each(list, known);
    }

    private static long each(RetrieveRequest list, ToLongFunction<String> known) {
        return ROUND_TRIP + known.applyAsLong(list.seriesInstanceUid());
    }

    /** A piece was stopped; what has not come of it is the next. */
    void putBack(RetrieveRequest piece, Set<String> came) {
        List<InstanceRef> rest = piece.instances()
                .stream()
                .filter(instance -> !came.contains(instance.sopInstanceUid()))
                .toList();
        if (came.isEmpty()) {
            queue.addFirst(piece);
        } else if (sizes == null) { // else what came would come again with the rest
            rest.reversed().forEach(instance -> queue.addFirst(with(piece, List.of(instance))));
        } else if (!rest.isEmpty()) {
            queue.addFirst(with(piece, rest));
        }
    }

    private static RetrieveRequest with(RetrieveRequest list, List<InstanceRef> instances) {
        return new RetrieveRequest(list.studyInstanceUid(), list.seriesInstanceUid(), instances);
    }
}
