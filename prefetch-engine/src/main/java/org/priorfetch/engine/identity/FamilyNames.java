package org.priorfetch.engine.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares family names: double names, names before a marriage, particles, German and Nordic ways of writing. */
final class FamilyNames {

    private static final Set<String> PARTICLES = Set.of("von", "vom", "van", "zu", "zum", "zur", "der", "den", "de",
            "di", "da", "do", "dos", "das", "del", "della", "dello", "des", "du", "la", "le", "los", "las", "ter",
            "ten", "te", "af", "av", "el", "al", "bin", "ibn", "ben", "y", "e", "und");

    /** What stands before the name at birth. */
    private static final Pattern BORN = Pattern.compile(
            "[\\s(,;]+(?:geb(?:\\.|oren[er]?\\b)?|n\u00e9e|z\\.\\s?d\\.)[\\s.:]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private FamilyNames() {}

    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    static Agreement compare(String one, String other) {
        if (Spelling.same(one, other)) {
            return Agreement.SAME;
        }
        for (List<String> parts : forms(one)) {
            for (List<String> others : forms(other)) {
                if (isPartOf(parts, others) || isPartOf(others, parts)) {
                    return Agreement.VARIANT;
                }
            }
        }
        return Agreement.DIFFERENT;
    }

    /** The name, or the names before and after a marriage, each in its parts. */
    private static List<List<String>> forms(String family) {
        List<List<String>> forms = new ArrayList<>();
        for (String name : family.indexOf(' ') < 0 ? new String[]{family} : BORN.split(family)) {
            List<String> parts = NameGroup.parts(name).stream().filter(part -> !isParticle(part)).toList();
            if (!parts.isEmpty()) {
                forms.add(parts);
            }
        }
        return forms;
    }

    /** A part is never a single letter: that may stand for anybody. */
    private static boolean isPartOf(List<String> parts, List<String> all) {
        String whole = String.join("", parts);
        boolean everyPartIsThere = parts.stream()
                .allMatch(part -> all.stream().anyMatch(other -> isLike(part, other)));
        return (whole.length() > 1 && everyPartIsThere) || isLike(whole, String.join("", all));
    }

    private static boolean isLike(String one, String other) {
        return Spelling.same(one, other) || Spelling.folded(one).equals(Spelling.folded(other));
    }
}
