package org.priorfetch.engine.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TransferJob;

/**
 * The order of what waits: by rule, but for the jobs that a person has put elsewhere. Guarded by itself.
 */
public final class HandOrder {

    private enum Part {
        FRONT, BY_RULE, BACK
    }

    /**
     * Where a job stands.
     *
     * @param stead the job in whose place by rule it stands; null at the front and the back
     * @param steps before that place, then before the place so found, and so on
     */
    private record Place(Part part, @Nullable TransferJob stead, List<Long> steps) {

        Place before(long step) {
            return new Place(part, stead, Stream.concat(steps.stream(), Stream.of(step)).toList());
        }
    }

    private final Supplier<Comparator<TransferJob>> rules;
    private Comparator<TransferJob> rule;
    private final Map<Long, Place> moved = new HashMap<>();
    private long moves;

    public HandOrder(Comparator<TransferJob> rule) {
        this(() -> rule);
    }

    /** @param rules asked once for each order that is made */
    public HandOrder(Supplier<Comparator<TransferJob>> rules) {
        this.rules = rules;
        this.rule = rules.get();
    }

    public synchronized void putFirst(TransferJob job) {
        moved.put(job.id(), new Place(Part.FRONT, null, List.of(-++moves)));
    }

    public synchronized void putLast(TransferJob job) {
        moved.put(job.id(), new Place(Part.BACK, null, List.of(++moves)));
    }

    public synchronized void putBefore(TransferJob job, TransferJob other) {
        if (job.id() != other.id()) {
            moved.put(job.id(), place(other).before(++moves));
        }
    }

    /** The job has begun or ended: if it waits once more, then by rule. */
    public synchronized void forget(long id) {
        moved.remove(id);
    }

    /** How pressing the job is once it has begun; where it stands now is kept in mind. */
    synchronized Turn turn(TransferJob job) {
        return new Turn(job, rule, standing(job));
    }

    private Turn.Standing standing(TransferJob job) {
        Place byHand = moved.get(job.id());
        if (byHand == null) {
            return Turn.Standing.BY_RULE;
        }
        return byHand.part() == Part.FRONT ? Turn.Standing.FIRST_BY_HAND : Turn.Standing.BY_HAND;
    }

    public synchronized List<TransferJob> sorted(Collection<TransferJob> jobs) {
        rule = rules.get();
        List<TransferJob> sorted = new ArrayList<>(jobs);
        sorted.sort(moved.isEmpty() ? rule : this::compare);
        return sorted;
    }

    private int compare(TransferJob a, TransferJob b) {
        Place first = place(a);
        Place second = place(b);
        int byPart = first.part().compareTo(second.part());
        if (byPart != 0) {
            return byPart;
        }
        int byRule = compareSteads(first.stead(), second.stead());
        return byRule != 0 ? byRule : compareSteps(first.steps(), second.steps());
    }

    private int compareSteads(@Nullable TransferJob a, @Nullable TransferJob b) {
        return a == null || b == null || a.id() == b.id() ? 0 : rule.compare(a, b);
    }

    /** Who took a further step stands before the place from which it was taken. */
    private static int compareSteps(List<Long> a, List<Long> b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int step = Long.compare(a.get(i), b.get(i));
            if (step != 0) {
                return step;
            }
        }
        return Integer.compare(b.size(), a.size());
    }

    private Place place(TransferJob job) {
        return moved.getOrDefault(job.id(), new Place(Part.BY_RULE, job, List.of()));
    }
}
