package org.priorfetch.engine.prior;

import java.util.Comparator;

/** A term where it stands in a text. */
record Match(int start, int end, RegionTerm term) {

    /** The longest first, so that "Handgelenk" is no hand; of equals the false friend, which must have been let in. */
    static final Comparator<Match> LONGEST_FIRST = Comparator.comparingInt(Match::length)
            .reversed()
            .thenComparingInt(Match::start)
            .thenComparing(match -> !match.term.inItsLanguageOnly());

    int length() {
        return end - start;
    }

    boolean isAt(Match other) {
        return start == other.start && end == other.end;
    }
}
