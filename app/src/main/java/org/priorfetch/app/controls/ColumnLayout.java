package org.priorfetch.app.controls;

import java.util.List;

/**
 * How a person has set up the columns of a table, by their IDs.
 *
 * @param order those that come first, from the left
 * @param hidden those that are not wanted
 * @param sorted by which the rows are sorted, the first first; with a minus for descending
 */
public record ColumnLayout(List<String> order, List<String> hidden, List<String> sorted) {

    public static final ColumnLayout AS_BUILT = new ColumnLayout(List.of(), List.of(), List.of());

    public ColumnLayout {
        order = List.copyOf(order);
        hidden = List.copyOf(hidden);
        sorted = List.copyOf(sorted);
    }
}
