package org.priorfetch.engine.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one procedure of a site shows.
 *
 * @param pattern a procedure code or a description; an asterisk stands for any text, a question mark for any character, and
 *     upper and lower case are the same
 * @param regions at least one
 * @param side {@link Side#UNKNOWN} when the description tells it
 */
public record MappedProcedure(String pattern, Set<BodyRegion> regions, Side side) {

    public MappedProcedure {
        if (pattern.isBlank() || regions.isEmpty()) {
            throw new IllegalArgumentException("a mapped procedure needs a code or description, and a region");
        }
        pattern = WildcardPattern.folded(pattern);
        EnumSet<BodyRegion> copy = EnumSet.copyOf(regions);
        regions = Collections.unmodifiableSet(copy);
    }
}
