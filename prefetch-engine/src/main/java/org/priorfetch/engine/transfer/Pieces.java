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
 * What is still to be asked for, in pieces. Lists are cut when a lane is free for them: large ones at first, since each costs
 * one more round trip, then ever smaller ones, so that no lane works alone at the end. Guarded by its owner.
 */
final class Pieces {

    /** So many instances are asked for at a time at most. */
    static final int LARGEST = 50;

    /** What a round trip is worth, in bytes: many small instances take as long as few large ones. */
    static final long ROUND_TRIP = 256 * 1024L;

    /** Less than this is not worth a request of its own. */
    private static final long SMALLEST = 3 * 1024 * 1024L;

    /** Beside so much one more round trip is nothing. */
    private static final long ENOUGH = 40 * 1024 * 1024L;

    /** What is taken each time is the rest, divided by the lanes and by this. */
    private static final double HASTE = 1.2;

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
        return new Pieces(List.of(), requests, null);
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

    /** How many instances to begin with where so many are to come, of a size that nobody knows. */
    static int first(int instances, int lanes) {
        return Math.clamp((long) (instances / (lanes * HASTE)), 1, LARGEST);
    }

    boolean isEmpty() {
        return openers.isEmpty() && queue.isEmpty();
    }

    /** How many lanes there is work for, at most so many. */
    int wanted(int most) {
        long instances = queue.stream().mapToLong(request -> request.instances().size()).sum();
        return (int) Math.min(most, openers.size() + (sizes == null ? queue.size() : instances));
    }

    /**
     * The next piece; null when there is none left.
     *
     * @param lanes that share the work
     */
    @Nullable
    RetrieveRequest next(int lanes) {
        RetrieveRequest opener = openers.poll();
        RetrieveRequest list = opener == null ? queue.poll() : opener;
        if (list == null || opener != null || sizes == null) {
            return list;
        }
        int size = size(list, lanes, sizes);
        List<InstanceRef> all = list.instances();
        if (size >= all.size()) {
            return list;
        }
        queue.addFirst(with(list, all.subList(size, all.size())));
        return with(list, all.subList(0, size));
    }

    private int size(RetrieveRequest list, int lanes, ToLongFunction<String> known) {
        long rest = cost(list, known) + queue.stream().mapToLong(request -> cost(request, known)).sum();
        long least = known.applyAsLong(list.seriesInstanceUid()) == 0 ? 0 : SMALLEST;
        long share = Math.clamp((long) (rest / (lanes * HASTE)), least, ENOUGH);
        return Math.clamp(share / each(list, known), 1, LARGEST);
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
        if (sizes == null) { // else what came would come again with the rest
            rest.reversed().forEach(instance -> queue.addFirst(with(piece, List.of(instance))));
        } else if (!rest.isEmpty()) {
            queue.addFirst(with(piece, rest));
        }
    }

    private static RetrieveRequest with(RetrieveRequest list, List<InstanceRef> instances) {
        return new RetrieveRequest(list.studyInstanceUid(), list.seriesInstanceUid(), instances);
    }
}
