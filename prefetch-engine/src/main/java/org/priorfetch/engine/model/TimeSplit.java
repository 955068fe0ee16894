package org.priorfetch.engine.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

    /** The other parts. */
    public TimeSplit without(TimePart left) {
        Map<TimePart, Part> others = new EnumMap<>(TimePart.class);
        others.putAll(parts);
        others.remove(left);
        return new TimeSplit(took, others);
    }

    /** What took longest. */
    public Optional<TimePart> largest() {
        return parts.entrySet()
                .stream()
                .max(Comparator.comparing((Map.Entry<TimePart, Part> part) -> part.getValue().share())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }
}
