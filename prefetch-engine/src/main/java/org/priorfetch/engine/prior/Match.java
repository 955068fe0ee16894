package org.priorfetch.engine.prior;

import java.util.Comparator;

/** A term where it stands in a text. */
record Match(int start, int end, RegionTerm term) {

    /** The longest first, so that "Handgelenk" is no hand; of equals the false friend, which must have been let in. */
    static final Comparator<Match> LONGEST_FIRST = Match::compareByLength;

    private static int compareByLength(Match one, Match other) {
        if (one.length() != other.length()) {
            return other.length() - one.length();
        }
        return one.start != other.start
                ? one.start - other.start
                : Boolean.compare(other.isFalseFriend(), one.isFalseFriend());
    }

    boolean is(Role role) {
        return term.meaning().role() == role;
    }

    /** Whether it means something else in other languages. */
    boolean isFalseFriend() {
        return term.inItsLanguageOnly();
    }

    int length() {
        return end - start;
    }

    boolean isAt(Match other) {
        return start == other.start && end == other.end;
    }
}
