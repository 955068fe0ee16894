package org.priorfetch.engine.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

/** Which transfer job comes first. */
public final class DueOrder {

    /**
     * STAT before everything, then by the time when it should be there, then by urgency. What the archive must fetch from a
     * slow store counts as due earlier, since it needs long to begin. What is still equal keeps the order in which it was
     * stored, which is that of the rank.
     */
    public static final Comparator<TransferJob> FIRST_DUE_FIRST = of(Map.of());

    private DueOrder() {}

    /** The same, where sources are granted more or less than is usual for their slow stores. */
    public static Comparator<TransferJob> of(Map<String, SourceBudget> budgets) {
        return Comparator.comparing((TransferJob job) -> job.urgency() != Urgency.STAT)
                .thenComparing(job -> job.due().minus(headStart(job, budgets)))
                .thenComparing(TransferJob::urgency)
                .thenComparingLong(TransferJob::id);
    }

    /** How much earlier than others the job counts as due. */
    static Duration headStart(TransferJob job, Map<String, SourceBudget> budgets) {
        return job.candidate().availability().isSlow()
                ? budgets.getOrDefault(job.ref().source(), SourceBudget.DEFAULT).slowStore().ahead()
                : Duration.ZERO;
    }
}
