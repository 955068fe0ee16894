package org.priorfetch.engine.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One component group of a person name (PS3.5 6.2.1.1): family, given and middle name. Prefix and suffix say nothing about
 * who somebody is and are left out, as are titles inside the other components.
 */
record NameGroup(String family, String given, String middle) {

    private static final Set<String> TITLES = Set.of("dr", "prof", "med", "dent", "dipl", "ing", "habil", "phd", "mr",
            "mrs", "ms", "herr", "hr", "frau", "fr");

    private static final Set<String> PLACEHOLDERS = Set.of("unknown", "unbekannt", "unbekannter", "unbekannte", "unkn",
            "unidentified", "unidentifiziert", "anonymous", "anonym", "anonymus", "anonymized", "anonymised",
            "anonymisiert", "noname", "namenlos", "nn", "none", "null", "xx", "xxx", "xxxx", "notfall", "emergency");

    static NameGroup parse(String text) {
        String[] components = text.split("\\^", -1);
        return new NameGroup(component(components, 0), component(components, 1), component(components, 2));
    }

    boolean isPlaceholder() {
        return isPlaceholder(family) || isPlaceholder(given);
    }

    /** Whether family and given name are there; nothing less proves who somebody is. */
    boolean isComplete() {
        return !isUnknown(family) && !isUnknown(given);
    }

    Agreement compare(NameGroup other) {
        Agreement families = compareFamily(other);
        Agreement forenames = compareForenames(other);
        if (families == Agreement.DIFFERENT || forenames == Agreement.DIFFERENT) {
            return Agreement.DIFFERENT;
        }
        return families == Agreement.UNKNOWN ? Agreement.UNKNOWN : forenames;
    }

    private Agreement compareFamily(NameGroup other) {
        if (isUnknown(family) || isUnknown(other.family)) {
            return Agreement.UNKNOWN;
        }
        return Spelling.same(family, other.family) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    private Agreement compareForenames(NameGroup other) {
        if (isUnknown(given) || isUnknown(other.given)) {
            return Agreement.UNKNOWN;
        }
        if (Spelling.same(given + middle, other.given + other.middle)) {
            return Agreement.SAME;
        }
        if (Spelling.same(given, other.given)) {
            boolean compatible = begins(middle, other.middle) || begins(other.middle, middle);
            return compatible ? Agreement.SAME : Agreement.DIFFERENT;
        }
        boolean abbreviated = begins(given, other.given) || begins(other.given, given);
        return abbreviated ? Agreement.UNCERTAIN : Agreement.DIFFERENT;
    }

    /** Whether the first is missing, the initial of the second, or the first words of it. */
    private static boolean begins(String shorter, String longer) {
        List<String> some = words(shorter);
        List<String> all = words(longer);
        return some.size() <= all.size() && startsWith(all, some);
    }

    private static boolean startsWith(List<String> all, List<String> some) {
        for (int i = 0; i < some.size(); i++) {
            String word = some.get(i);
            boolean initial = word.length() == 1 && all.get(i).startsWith(word);
            if (!initial && !Spelling.same(word, all.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnknown(String component) {
        return isMissing(component) || isPlaceholder(component);
    }

    private static boolean isMissing(String component) {
        return component.codePoints().noneMatch(Character::isLetter);
    }

    private static boolean isPlaceholder(String component) {
        return PLACEHOLDERS.contains(Spelling.of(component).iterator().next());
    }

    private static String component(String[] components, int index) {
        return index < components.length ? withoutTitles(components[index]) : "";
    }

    private static String withoutTitles(String component) {
        List<String> words = new ArrayList<>(List.of(component.strip().split("[\\s.,]+")));
        words.removeIf(String::isEmpty);
        List<String> names = words.stream().filter(word -> !TITLES.contains(word.toLowerCase(Locale.ROOT))).toList();
        return String.join(" ", names.isEmpty() ? words : names);
    }

    private static List<String> words(String component) {
        return Arrays.stream(component.toLowerCase(Locale.ROOT).split("[\\s\\p{Pd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
