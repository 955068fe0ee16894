package org.priorfetch.engine.forecast;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When transfers will be done. */
public final class Forecast {

    private Forecast() {}

    /**
     * By the ID of the transfer; of a source without a line nothing is said.
     *
     * @param inOrder what is under way, and what waits in the order in which it will begin
     */
    public static Map<Long, Instant> ends(List<Work> inOrder, Map<String, Line> lines, Instant now) {
        Map<Long, Instant> ends = new HashMap<>();
        inOrder.stream()
                .filter(work -> lines.containsKey(work.source()))
                .collect(Collectors.groupingBy(Work::source))
                .forEach((source, queue) -> ends.putAll(QueueForecast.ends(queue, line(lines, source), now)));
        return Map.copyOf(ends);
    }

    private static Line line(Map<String, Line> lines, String source) {
        Line line = lines.get(source);
        if (line == null) {
            throw new IllegalArgumentException("nothing is known of " + source);
        }
        return line;
    }
}
