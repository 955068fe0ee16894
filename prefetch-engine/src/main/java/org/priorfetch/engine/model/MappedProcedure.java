package org.priorfetch.engine.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
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

    private static final char ANY_TEXT = '*';
    private static final char ANY_CHARACTER = '?';

    public MappedProcedure {
        if (pattern.isBlank() || regions.isEmpty()) {
            throw new IllegalArgumentException("a mapped procedure needs a code or description, and a region");
        }
        pattern = folded(pattern);
        EnumSet<BodyRegion> copy = EnumSet.copyOf(regions);
        regions = Collections.unmodifiableSet(copy);
    }

    /** In the spelling that is compared: without regard to case and to the number of spaces. */
    static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whether the text, folded, is what the pattern says, from its beginning to its end. */
    boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (at < pattern.length() && wanted == ANY_TEXT) {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && (wanted == ANY_CHARACTER || wanted == text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == ANY_TEXT);
    }

    boolean isExact() {
        return pattern.indexOf(ANY_TEXT) < 0 && pattern.indexOf(ANY_CHARACTER) < 0;
    }
}
