package org.priorfetch.engine.plan;

import java.util.Comparator;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

/** Which transfer job comes first. */
public final class DueOrder {

    /**
     * STAT before everything, then by the time when it should be there, then by urgency. What is still equal keeps the order
     * in which it was stored, which is that of the rank.
     */
    public static final Comparator<TransferJob> FIRST_DUE_FIRST = Comparator
            .comparing((TransferJob job) -> job.urgency() != Urgency.STAT)
            .thenComparing(TransferJob::due)
            .thenComparing(TransferJob::urgency)
            .thenComparingLong(TransferJob::id);

    private DueOrder() {}
}
