package org.priorfetch.engine.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the time of a transfer went. The parts add up to the time on the clock, however many lanes worked side by side.
 *
 * @param took from the first question until now, or the end
 * @param parts what took any time at all
 */
public record TimeSplit(Duration took, Map<TimePart, Part> parts) {

    /**
     * One of the parts.
     *
     * @param share of the time on the clock
     * @param times how often it was waited for, over all lanes
     * @param each how long it took on average
     */
    public record Part(Duration share, long times, Duration each) {}

    public TimeSplit {
        parts = Map.copyOf(parts);
    }

    /** What took longest. */
    public Optional<TimePart> largest() {
        return largest(_ -> true);
    }

    /** Of some parts. */
    public Optional<TimePart> largest(Predicate<TimePart> which) {
        return parts.entrySet()
                .stream()
                .filter(part -> which.test(part.getKey()))
                .max(Comparator.comparing((Map.Entry<TimePart, Part> part) -> part.getValue().share())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }
}
