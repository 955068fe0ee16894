package org.priorfetch.engine.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

/** Which transfer job comes first. */
public final class DueOrder {

    /**
     * STAT before everything, then by the time when it should be there, then by urgency. What the archive must fetch from a
     * slow store counts as due two hours earlier, since it needs long to begin. What is still equal keeps the order in which
     * it was stored, which is that of the rank.
     */
    public static final Comparator<TransferJob> FIRST_DUE_FIRST = Comparator
            .comparing((TransferJob job) -> job.urgency() != Urgency.STAT)
            .thenComparing(DueOrder::askedBy)
            .thenComparing(TransferJob::urgency)
            .thenComparingLong(TransferJob::id);

    private static final Duration HEAD_START = Duration.ofHours(2);

    private DueOrder() {}

    private static Instant askedBy(TransferJob job) {
        return job.candidate().availability().isSlow() ? job.due().minus(HEAD_START) : job.due();
    }
}
