package org.priorfetch.app.reports;

import java.util.List;
import java.util.Map;

/**
 * What a chart shows.
 *
 * @param steps along the bottom, all of them
 * @param series in the order of the legend
 */
record Bars(List<String> steps, List<Series> series) {

    static final Bars NONE = new Bars(List.of(), List.of());

    /** One name of the legend, and its height at each step where it has one. */
    record Series(String name, Map<String, Double> heights) {}
}
