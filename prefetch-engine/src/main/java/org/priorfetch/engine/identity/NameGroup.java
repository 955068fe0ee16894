package org.priorfetch.engine.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One component group of a person name (PS3.5 6.2.1.1): family, given and middle name. Prefix and suffix say nothing about
 * who somebody is and are left out, as are titles inside the other components.
 */
record NameGroup(String family, String given, String middle) {

    private static final Set<String> TITLES = Set.of("dr", "prof", "med", "dent", "dipl", "ing", "habil", "phd", "mr",
            "mrs", "ms", "herr", "hr", "frau", "fr");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+|(?<=\\.)");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern SPACES_AND_HYPHENS = Pattern.compile("[\\s\\u3000\\p{Pd}()/]+");

    static NameGroup parse(String text) {
        String[] components = text.split("\\^", -1);
        return new NameGroup(component(components, 0), component(components, 1), component(components, 2));
    }

    boolean isPlaceholder() {
        return StandIns.standsIn(this);
    }

    /** Whether family and given name are there; nothing less proves who somebody is. */
    boolean isComplete() {
        return !isMissing(family) && !isMissing(given) && !isPlaceholder();
    }

    Agreement compare(NameGroup other) {
        if (isComplete() && other.isComplete()) {
            Agreement straight = compareParts(other);
            return straight == Agreement.DIFFERENT && isExchanged(other) ? Agreement.VARIANT : straight;
        }
        return isInOneComponent(other) || other.isInOneComponent(this) ? Agreement.VARIANT : compareIncomplete(other);
    }

    private Agreement compareParts(NameGroup other) {
        Agreement families = FamilyNames.compare(family, other.family);
        Agreement forenames = Forenames.compare(this, other);
        if (families == Agreement.DIFFERENT || forenames == Agreement.DIFFERENT) {
            return Agreement.DIFFERENT;
        }
        boolean bothVary = families == Agreement.VARIANT && forenames == Agreement.VARIANT;
        return bothVary ? Agreement.UNCERTAIN
                : families == Agreement.VARIANT && forenames == Agreement.SAME
                        ? Agreement.VARIANT
                        : forenames;
    }

    /** What is not there agrees with nothing; what is there may contradict. */
    private Agreement compareIncomplete(NameGroup other) {
        if (isPlaceholder() || other.isPlaceholder() || isMissing(family) || isMissing(other.family)) {
            return contradictsInGiven(other) ? Agreement.DIFFERENT : Agreement.UNKNOWN;
        }
        return FamilyNames.compare(family, other.family) == Agreement.DIFFERENT ? Agreement.DIFFERENT
                : Agreement.UNKNOWN;
    }

    private boolean contradictsInGiven(NameGroup other) {
        boolean comparable = !isPlaceholder() && !other.isPlaceholder() && !isMissing(given)
                && !isMissing(other.given);
        return comparable && Forenames.compare(this, other) == Agreement.DIFFERENT;
    }

    private boolean isExchanged(NameGroup other) {
        return Spelling.same(family, other.given) && Spelling.same(given, other.family)
                && Spelling.same(middle, other.middle);
    }

    /** Whether all of the other's name stands in our family name. */
    private boolean isInOneComponent(NameGroup other) {
        return isMissing(given) && !isPlaceholder() && other.isComplete()
                && (Spelling.same(family, other.family + other.given + other.middle)
                        || Spelling.same(family, other.given + other.middle + other.family));
    }

    private static boolean isMissing(String component) {
        return component.codePoints().noneMatch(Character::isLetter);
    }

    private static String component(String[] components, int index) {
        return index < components.length ? withoutTitles(components[index]) : "";
    }

    private static String withoutTitles(String component) {
        if (component.chars().noneMatch(letter -> letter == '.' || letter == ',' || Character.isWhitespace(letter))) {
            return component;
        }
        List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(component.strip())));
        words.removeIf(word -> word.isBlank() || word.equals("."));
        List<String> names = words.stream()
                .map(String::strip)
                .filter(word -> !TITLES.contains(word.replace(".", "").toLowerCase(Locale.ROOT)))
                .toList();
        return String.join(" ", names.isEmpty() ? words : names);
    }

    /** The words of a component, hyphens kept, in small letters. */
    static List<String> words(String component) {
        return split(component.toLowerCase(Locale.ROOT), SPACES);
    }

    /** The same with hyphenated names taken apart. */
    static List<String> parts(String component) {
        return partsAsWritten(component.toLowerCase(Locale.ROOT));
    }

    static List<String> partsAsWritten(String component) {
        return split(component, SPACES_AND_HYPHENS);
    }

    private static List<String> split(String component, Pattern between) {
        return Arrays.stream(between.split(component))
                .map(word -> word.replace(".", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
