package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.Comparator;

import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

/**
 * How pressing a job is that is under way. Whoever wants its study sooner makes it more pressing. Thread-safe.
 */
public final class Turn {

    /** Who has put the job where it stands. */
    enum Standing {
        BY_RULE, BY_HAND, FIRST_BY_HAND
    }

    static final Comparator<Turn> MOST_PRESSING_FIRST = Turn::compare;

    /** What is wanted within so long of each other, as by a person who asks for several, is wanted at the same time. */
    private static final Duration SAME_TIME = Duration.ofSeconds(10);

    private final Comparator<TransferJob> rule;
    private final Standing standing;
    private volatile TransferJob job;

    /**
     * @param rule the order of jobs
     * @param standing first by hand is before all others
     */
    Turn(TransferJob job, Comparator<TransferJob> rule, Standing standing) {
        this.job = job;
        this.rule = rule;
        this.standing = standing;
    }

    /** The job's, where there is no order to keep to. */
    static Turn of(TransferJob job) {
        return new Turn(job, (_, _) -> 0, Standing.BY_RULE);
    }

    void isNow(TransferJob changed) {
        job = changed;
    }

    /** Whether it waits for nothing longer than for the end of an instance. */
    boolean overtakes() {
        return isPutFirst() || job.urgency() == Urgency.STAT;
    }

    private boolean isPutFirst() {
        return standing == Standing.FIRST_BY_HAND;
    }

    /**
     * Whether nobody waits for the one sooner than for the other, as with the priors of one appointment. Where a person has put
     * a job elsewhere, the order is his.
     */
    boolean isAsPressingAs(Turn other) {
        TransferJob mine = job;
        TransferJob others = other.job;
        return standing == Standing.BY_RULE && other.standing == Standing.BY_RULE && mine.urgency() == others.urgency()
                && Duration.between(mine.due(), others.due()).abs().compareTo(SAME_TIME) <= 0;
    }

    private static int compare(Turn one, Turn other) {
        return one.isPutFirst() == other.isPutFirst() ? one.rule.compare(one.job, other.job)
                : one.isPutFirst() ? -1 : 1;
    }
}
