package org.priorfetch.engine.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a site marks what is imported, so that nobody takes a prior for new work.
 *
 * @param descriptionPrefix before the Study Description (0008,1030); empty for none
 * @param attributes PS3.6 keyword of a {@link MarkableAttribute}, or {@link PrivateElement} as it is written, to its value
 */
public record PriorMarks(String descriptionPrefix, SortedMap<String, String> attributes) {

    public static final PriorMarks NONE = new PriorMarks("", new TreeMap<>(Map.of()));

    public PriorMarks {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
