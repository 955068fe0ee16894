package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A code or a description as a site writes it; an asterisk stands for any text, a question mark for any character, and upper
 * and lower case are the same.
 *
 * @param text folded
 */
record WildcardPattern(String text) {

    private static final char ANY_TEXT = '*';
    private static final char ANY_CHARACTER = '?';

    WildcardPattern {
        text = folded(text);
    }

    /** In the spelling that is compared: without regard to case and to the number of spaces. */
    static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whether the text, folded, is what the pattern says, from its beginning to its end. */
    boolean matches(String folded) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < folded.length()) {
            char wanted = at < text.length() ? text.charAt(at) : 0;
            if (at < text.length() && wanted == ANY_TEXT) {
                star = at++;
                resume = in;
            } else if (at < text.length() && (wanted == ANY_CHARACTER || wanted == folded.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        return text.substring(at).chars().allMatch(rest -> rest == ANY_TEXT);
    }

    boolean isExact() {
        return text.indexOf(ANY_TEXT) < 0 && text.indexOf(ANY_CHARACTER) < 0;
    }

    /** The entry for a procedure. Codes count before descriptions, exact patterns before those with wild cards, and then the first. */
    static <T> Optional<T> lookup(List<T> entries, Function<T, WildcardPattern> pattern, Collection<CodedTerm> codes,
            String description) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return codes.stream()
                .flatMap(code -> find(entries, pattern, code.value()).stream())
                .findFirst()
                .or(() -> find(entries, pattern, description));
    }

    private static <T> Optional<T> find(List<T> entries, Function<T, WildcardPattern> pattern, String text) {
        String folded = folded(text);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        T found = null;
        for (T entry : entries) {
            WildcardPattern wanted = pattern.apply(entry);
            if ((found == null || wanted.isExact()) && wanted.matches(folded)) {
                if (wanted.isExact()) {
                    return Optional.of(entry);
                }
                found = entry;
            }
        }
        return Optional.ofNullable(found);
    }
}
