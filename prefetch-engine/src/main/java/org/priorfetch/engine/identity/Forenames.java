package org.priorfetch.engine.identity;

import java.util.List;

/** Compares given and middle names. What is not quite the same given name may be a twin's. */
final class Forenames {

    private Forenames() {}

    static Agreement compare(NameGroup one, NameGroup other) {
        if (Spelling.same(one.given() + one.middle(), other.given() + other.middle())) {
            return Agreement.SAME;
        }
        List<String> words = NameGroup.words(one.given() + " " + one.middle());
        List<String> others = NameGroup.words(other.given() + " " + other.middle());
        if (Spelling.same(one.given(), other.given())) {
            return begins(NameGroup.words(one.middle()), NameGroup.words(other.middle())) ? Agreement.SAME
                    : Agreement.DIFFERENT;
        }
        if (Spelling.same(words.getFirst(), others.getFirst())) {
            return begins(words.subList(1, words.size()), others.subList(1, others.size())) ? Agreement.VARIANT
                    : Agreement.DIFFERENT;
        }
        boolean abbreviated = begins(NameGroup.parts(one.given()), NameGroup.parts(other.given()));
        return abbreviated || contains(words, others) || contains(others, words) ? Agreement.UNCERTAIN
                : Agreement.DIFFERENT;
    }

    /** Whether one of them is missing, the initials of the other, or the first words of it. */
    private static boolean begins(List<String> some, List<String> others) {
        for (int place = 0; place < Math.min(some.size(), others.size()); place++) {
            if (!isSameOrInitial(some.get(place), others.get(place))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameOrInitial(String one, String other) {
        return (one.length() == 1 && other.startsWith(one)) || (other.length() == 1 && one.startsWith(other))
                || Spelling.same(one, other);
    }

    /** Whether somebody may be called by one of several given names. */
    private static boolean contains(List<String> all, List<String> some) {
        return some.stream().allMatch(word -> all.stream().anyMatch(other -> Spelling.same(word, other)));
    }
}
