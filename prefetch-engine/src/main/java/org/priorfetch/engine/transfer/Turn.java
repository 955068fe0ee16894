package org.priorfetch.engine.transfer;

import java.util.Comparator;

import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

/**
 * How pressing a job is that is under way. Whoever wants its study sooner makes it more pressing. Thread-safe.
 */
public final class Turn {

    static final Comparator<Turn> MOST_PRESSING_FIRST = Turn::compare;

    private final Comparator<TransferJob> rule;
    private final boolean putFirst;
    private volatile TransferJob job;

    /**
     * @param rule the order of jobs
     * @param putFirst by a person, before all others
     */
    Turn(TransferJob job, Comparator<TransferJob> rule, boolean putFirst) {
        this.job = job;
        this.rule = rule;
        this.putFirst = putFirst;
    }

    /** The job's, where there is no order to keep to. */
    static Turn of(TransferJob job) {
        return new Turn(job, (_, _) -> 0, false);
    }

    void isNow(TransferJob changed) {
        job = changed;
    }

    /** Whether it waits for nothing longer than for the end of an instance. */
    boolean overtakes() {
        return putFirst || job.urgency() == Urgency.STAT;
    }

    private static int compare(Turn one, Turn other) {
        return one.putFirst == other.putFirst ? one.rule.compare(one.job, other.job) : one.putFirst ? -1 : 1;
    }
}
