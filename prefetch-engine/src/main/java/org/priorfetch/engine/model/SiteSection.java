package org.priorfetch.engine.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One section of {@code site.yaml} as it was typed: the PACS, a worklist, a source.
 *
 * @param place where it stands in the list of the file, counted from 0; {@link #NEW} when it is not there yet, 0 when it
 *        belongs to no list
 * @param values by key, that of a section within it behind a dot; what is not there is left out, and references such as {@code ${env:NAME}} stay as they are
 */
public record SiteSection(int place, Map<String, String> values) {

    public static final int NEW = -1;

    public SiteSection {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** A section that is not in the file yet. */
    public static SiteSection of(Map<String, String> values) {
        return new SiteSection(NEW, new TreeMap<>(values));
    }

    /** The value, empty when there is none. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** With the value, or without the key when the value is blank. */
    public SiteSection with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        if (value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new SiteSection(place, changed);
    }
}
