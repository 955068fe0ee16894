package org.priorfetch.engine.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Compares person names in DICOM's form (PS3.5 6.2.1): alphabetic, ideographic and phonetic groups, each with its
 * components.
 */
final class PersonNames {

    private record Pair(String one, String other) {}

    private static final Recent<Pair, Agreement> COMPARED = new Recent<>(PersonNames::compare);

    private PersonNames() {}

    /** A group that both have and that agrees is enough, as long as no other group contradicts it. */
    static Agreement compare(String one, String other) {
        return COMPARED.answer(new Pair(one, other));
    }

    private static Agreement compare(Pair names) {
        List<NameGroup> groups = groups(names.one());
        List<NameGroup> others = groups(names.other());
        Set<Agreement> found = EnumSet.of(Agreement.UNKNOWN);
        for (int i = 0; i < Math.min(groups.size(), others.size()); i++) {
            Agreement agreement = groups.get(i).compare(others.get(i));
            boolean onlyRomanised = i == 0 && agreement == Agreement.DIFFERENT && isSameInCharacters(groups, others)
                    && Romanised.same(groups.getFirst(), others.getFirst());
            found.add(onlyRomanised ? Agreement.VARIANT : agreement);
        }
        return weightiest(found);
    }

    private static boolean isSameInCharacters(List<NameGroup> groups, List<NameGroup> others) {
        return groups.size() > 1 && others.size() > 1 && groups.get(1).compare(others.get(1)) == Agreement.SAME;
    }

    /** Whether it is a name that systems fill in when they know none. */
    static boolean isPlaceholder(String name) {
        return groups(name).stream().anyMatch(NameGroup::isPlaceholder);
    }

    /** Whether it is a name that is also given to people whom nobody knows. */
    static boolean isAnybodys(String name) {
        return groups(name).stream().anyMatch(StandIns::isAnybodys);
    }

    /** Whether it names a person in at least one writing. */
    static boolean isKnown(String name) {
        return !isPlaceholder(name) && groups(name).stream().anyMatch(NameGroup::isComplete);
    }

    private static Agreement weightiest(Collection<Agreement> found) {
        return List.of(Agreement.DIFFERENT, Agreement.SAME, Agreement.VARIANT, Agreement.UNCERTAIN, Agreement.UNKNOWN)
                .stream()
                .filter(found::contains)
                .findFirst()
                .orElse(Agreement.UNKNOWN);
    }

    static List<NameGroup> groups(String name) {
        return Arrays.stream(name.split("=", -1)).map(NameGroup::parse).toList();
    }
}
