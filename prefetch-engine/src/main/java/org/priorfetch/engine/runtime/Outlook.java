package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.plan.DueOrder;

/**
 * When what is under way, and what waits, will be here, as it looked at one moment.
 *
 * @param ends by the ID of the transfer; those of which nothing is known are left out
 */
record Outlook(Instant at, Map<Long, Instant> ends, Comparator<TransferJob> order) {

    /** Less than this after its start is not worth a word. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    static final Outlook NONE = new Outlook(Instant.MIN, Map.of(), DueOrder.FIRST_DUE_FIRST);

    Outlook {
        ends = Map.copyOf(ends);
    }

    /** Seconds until the transfer is done; null when nothing is known. */
    @Nullable
    Long secondsLeft(long job, Instant now) {
        Instant end = ends.get(job);
        return end == null ? null : Math.max(0, Math.round(Duration.between(now, end).toMillis() / 1000.0));
    }

    /** Whether what is here so much later comes after the start. */
    static boolean isLate(@Nullable Long secondsLeft, Instant now, Instant start) {
        return secondsLeft != null && now.plusSeconds(secondsLeft).isAfter(start.plus(TOLERATED));
    }
}
