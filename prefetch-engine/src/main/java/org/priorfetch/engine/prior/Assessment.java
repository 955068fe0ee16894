package org.priorfetch.engine.prior;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PriorCandidate;

/**
 * A candidate compared with the appointment, apart from all others.
 *
 * @param tooOld beyond the age that the limits set
 * @param score from 1 to 100; where the region is unknown, less than anything with a known one
 */
record Assessment(PriorCandidate candidate, Relation relation, Age age, boolean tooOld, int score) {

    private static final int HIGHEST = 100;
    /** Below this, what is not of the same region is too far from the appointment or too old to be looked at. */
    private static final int LEAST = 60;

    static Assessment of(PriorCandidate candidate, Relation relation, Age age, boolean tooOld) {
        int points = relation.points() + age.points(relation.exam().imaging().daysToHalf());
        int score = relation.region() == RegionMatch.UNKNOWN ? points / 2 : points;
        return new Assessment(candidate, relation, age, tooOld, Math.clamp(score, 1, HIGHEST));
    }

    static Comparator<PriorCandidate> newestFirst() {
        return Assessment::compareAge;
    }

    /** Written out, since every candidate of every appointment is sorted so. */
    private static int compareAge(PriorCandidate one, PriorCandidate other) {
        int byDate = newestFirst(one.studyDate(), other.studyDate());
        if (byDate != 0) {
            return byDate;
        }
        int byTime = newestFirst(one.studyTime(), other.studyTime());
        if (byTime != 0) {
            return byTime;
        }
        int byUid = one.ref().studyInstanceUid().compareTo(other.ref().studyInstanceUid());
        return byUid != 0 ? byUid : one.ref().source().compareTo(other.ref().source());
    }

    private static <T extends Comparable<? super T>> int newestFirst(@Nullable T one, @Nullable T other) {
        if (one == null) {
            return other == null ? 0 : 1;
        }
        return other == null ? -1 : other.compareTo(one);
    }

    RegionMatch region() {
        return relation.region();
    }

    /** Whether a radiologist would look at it at all. */
    boolean isRelevant() {
        if (relation.isOfOtherModality()) {
            return false;
        }
        return switch (region()) {
            case UNKNOWN, NAMED -> true;
            case SAME -> !relation.otherSide() || score >= LEAST;
            case PAIRED, CONTAINING, NEIGHBOURING -> !relation.otherSide() && score >= LEAST;
            case OTHER -> false;
        };
    }

    /** Whether it would be looked at if it were newer. */
    boolean isTooOldForThat() {
        int asNew = relation.points() + Age.MOST_POINTS;
        return region() != RegionMatch.OTHER && !relation.isOfOtherModality() && score < LEAST && asNew >= LEAST;
    }
}
