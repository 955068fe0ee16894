package org.priorfetch.engine.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is replaced in an instance on its way in. What was there before goes to the Original Attributes Sequence
 * (0400,0561), PS3.3 C.12.1.1.9.
 *
 * @param replacements PS3.6 keyword, or {@link PrivateElement} as it is written, to new value; an empty value empties the attribute
 * @param sequences what becomes of sequences
 * @param modifyingSystem Modifying System (0400,0563)
 * @param sourceOfPreviousValues Source of Previous Values (0400,0564)
 * @param at Attribute Modification DateTime (0400,0562)
 */
public record AttributeChanges(SortedMap<String, String> replacements, List<SequenceChange> sequences,
        String modifyingSystem, String sourceOfPreviousValues, Instant at) {

    public static final AttributeChanges NONE = new AttributeChanges(new TreeMap<>(Map.of()), "", "", Instant.EPOCH);

    public AttributeChanges {
        replacements = Collections.unmodifiableSortedMap(new TreeMap<>(replacements));
        sequences = List.copyOf(sequences);
    }

    /** Of single values alone. */
    public AttributeChanges(SortedMap<String, String> replacements, String modifyingSystem,
            String sourceOfPreviousValues, Instant at) {
        this(replacements, List.of(), modifyingSystem, sourceOfPreviousValues, at);
    }

    public boolean isEmpty() {
        return replacements.isEmpty() && sequences.isEmpty();
    }
}
