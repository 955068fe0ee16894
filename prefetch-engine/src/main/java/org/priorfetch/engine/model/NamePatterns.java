package org.priorfetch.engine.model;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a name as people type it into values to match Patient's Name (0010,0010) with. What is typed without a comma or
 * caret may begin with the family name or the given name, so each order is a value of its own.
 */
final class NamePatterns {

    private static final Set<UnicodeScript> IN_LATER_GROUPS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private NamePatterns() {}

    /** The values, one query each; empty when nothing was typed. */
    static List<String> of(String typed) {
        String name = typed.replaceAll("[\\s\u3000]+", " ").strip();
        int comma = name.indexOf(',');
        if (name.isEmpty()) {
            return List.of();
        }
        if (name.contains("^") || name.contains("=")) {
            return List.of(open(name));
        }
        return comma < 0 ? inEachOrder(name)
                : List.of(open(name.substring(0, comma).strip() + "^" + name.substring(comma + 1).strip()));
    }

    private static List<String> inEachOrder(String name) {
        List<String> words = Arrays.asList(name.split(" "));
        int last = words.size() - 1;
        if (last == 0) {
            return List.of(open(name));
        }
        String familyFirst = String.join(" ", words.subList(0, last)) + "^" + words.get(last);
        String givenFirst = String.join(" ", words.subList(1, last + 1)) + "^" + words.getFirst();
        return List.of(open(familyFirst), open(givenFirst), open(name));
    }

    /** People seldom type a name to its end; ideographic and phonetic groups stand after the first "=" (PS3.5 6.2.1). */
    private static String open(String pattern) {
        String start = pattern.codePoints().anyMatch(NamePatterns::isOfALaterGroup) && !pattern.startsWith("*") ? "*"
                : "";
        return start + pattern + (pattern.endsWith("*") ? "" : "*");
    }

    private static boolean isOfALaterGroup(int letter) {
        return IN_LATER_GROUPS.contains(UnicodeScript.of(letter));
    }
}
