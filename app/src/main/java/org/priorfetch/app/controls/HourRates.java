package org.priorfetch.app.controls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import org.priorfetch.engine.model.SourceHour;

/**
 * How fast a source is by the hour of the day.
 *
 * @param median megabytes a second, over the days, of the hours in which anything was carried
 * @param studies how many came in the hour, on all days together
 */
public record HourRates(Map<Integer, Double> median, Map<Integer, Long> studies) {

    private static final double MEGA = 1e6;

    /**
     * Of all these hours.
     *
     * @param hourOfDay where the reader is
     */
    public static HourRates of(List<SourceHour> hours, ToIntFunction<Instant> hourOfDay) {
        Map<Integer, List<Double>> rates = new TreeMap<>();
        Map<Integer, Long> studies = new TreeMap<>();
        for (SourceHour hour : hours) {
            int step = hourOfDay.applyAsInt(hour.hour());
            studies.merge(step, hour.jobs(), Long::sum);
            if (hour.hasRate()) {
                rates.computeIfAbsent(step, _ -> new ArrayList<>()).add(hour.bytesPerSecond() / MEGA);
            }
        }
        Map<Integer, Double> median = new TreeMap<>();
        rates.forEach((step, all) -> median.put(step, middle(all)));
        return new HourRates(median, studies);
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    public boolean isEmpty() {
        return median.isEmpty();
    }
}
