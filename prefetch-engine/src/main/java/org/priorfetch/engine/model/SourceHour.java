package org.priorfetch.engine.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one source gave in one hour, and where the time went.
 *
 * @param hour its beginning
 * @param jobs transfers that ended in it
 * @param instances put into the PACS
 * @param bytes of their data sets
 * @param busy how long anything was under way from the source, however many transfers side by side
 * @param spent the time of the transfers by what it was spent on; longer than busy where they ran side by side
 */
public record SourceHour(String source, Instant hour, long jobs, long instances, long bytes, Duration busy,
        Map<TimePart, Duration> spent) {

    /** A source of which less was seen says nothing about its rate. */
    private static final Duration ENOUGH = Duration.ofMillis(200);

    public SourceHour {
        spent = Map.copyOf(spent);
    }

    /** The same hour of the same source, with what else was done in it. */
    public SourceHour plus(SourceHour more) {
        return new SourceHour(source, hour, jobs + more.jobs, instances + more.instances, bytes + more.bytes,
                busy.plus(more.busy), sum(spent, more.spent));
    }

    /** Both together, part by part. */
    public static Map<TimePart, Duration> sum(Map<TimePart, Duration> one, Map<TimePart, Duration> other) {
        Map<TimePart, Duration> sum = new EnumMap<>(TimePart.class);
        sum.putAll(one);
        other.forEach((part, time) -> sum.merge(part, time, Duration::plus));
        return sum;
    }

    /** Whether enough was carried to speak of a rate. */
    public boolean hasRate() {
        return bytes > 0 && busy.compareTo(ENOUGH) >= 0;
    }

    /** While anything was under way. */
    public double bytesPerSecond() {
        return bytes * 1000.0 / Math.max(1, busy.toMillis());
    }
}
