package org.priorfetch.engine.prior;

import java.util.Comparator;

/**
 * A relevant study among those of its kind.
 *
 * @param place from 1 for the newest
 * @param of how many there are
 * @param score what it is worth beside the newer ones
 */
record Standing(Assessment study, int place, int of, int score, Claim claim) {

    /** Why a study has a place before all others. */
    enum Claim {
        NEWEST, OLDEST, NONE
    }

    /** The most relevant first, of equals the newest; never undecided, so that the order is always the same. */
    static final Comparator<Standing> BEST_FIRST = Comparator.comparingInt(Standing::score)
            .reversed()
            .thenComparing(standing -> standing.study().candidate(), Assessment.newestFirst());

    boolean hasClaim() {
        return claim != Claim.NONE;
    }
}
