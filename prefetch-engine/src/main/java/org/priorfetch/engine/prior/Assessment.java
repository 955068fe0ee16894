package org.priorfetch.engine.prior;

import java.util.Comparator;
import java.util.Set;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Selection;

/**
 * A candidate compared with the appointment, apart from all others.
 *
 * @param pair how the site calls the pair that joins them; empty for a usual one or none
 * @param tooOld beyond the age that the limits set
 */
record Assessment(PriorCandidate candidate, Exam appointment, Exam exam, RegionMatch region, String pair,
        ModalityMatch modality, boolean otherSide, Age age, boolean tooOld) {

    /** Those of one kind are told apart by their age alone. */
    record Kind(RegionMatch region, boolean otherSide, Set<ModalityFamily> families) {}

    private static final int OTHER_SIDE = 30;
    /** For showing not all that the appointment does. */
    private static final int ONLY_A_PART = 6;
    private static final int HIGHEST = 100;
    /** Below this, what is not of the same region is too far from the appointment or too old to be looked at. */
    private static final int LEAST = 60;

    static Comparator<PriorCandidate> newestFirst() {
        return Comparator
                .comparing(PriorCandidate::studyDate, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(PriorCandidate::studyTime, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(candidate -> candidate.ref().studyInstanceUid())
                .thenComparing(candidate -> candidate.ref().source());
    }

    /** From 1 to 100. Where the region is unknown, less than anything with a known one. */
    int score() {
        int rest = modalityPoints() + age.points(exam.imaging().daysToHalf());
        int less = (otherSide ? OTHER_SIDE : 0) + (isPart() ? ONLY_A_PART : 0);
        return Math.clamp(region == RegionMatch.UNKNOWN ? rest / 2 : region.points() + rest - less, 1, HIGHEST);
    }

    private boolean isPart() {
        boolean overlap = region == RegionMatch.SAME || region == RegionMatch.CONTAINING;
        return overlap && !RegionMatch.covers(exam.regions().regions(), appointment.regions().regions());
    }

    /** A pair says by itself that the modalities go together. */
    private int modalityPoints() {
        return region == RegionMatch.PAIRED ? ModalityMatch.RELATED.points() : modality.points();
    }

    /** Whether a radiologist would look at it at all. */
    boolean isRelevant() {
        return switch (region) {
            case UNKNOWN, NAMED -> true;
            case SAME -> !otherSide || (modality == ModalityMatch.SAME && score() >= LEAST);
            case PAIRED -> !otherSide && score() >= LEAST;
            case CONTAINING, NEIGHBOURING -> modality != ModalityMatch.OTHER && !otherSide && score() >= LEAST;
            case OTHER -> false;
        };
    }

    /** Whether it would be looked at if it were newer. */
    boolean isTooOldForThat() {
        int newest = score() - age.points(exam.imaging().daysToHalf()) + Age.MOST_POINTS;
        boolean byModality = region == RegionMatch.PAIRED || modality != ModalityMatch.OTHER;
        return region != RegionMatch.OTHER && byModality && score() < LEAST && newest >= LEAST;
    }

    /** Whether it is what is compared first: of the same region and modality. */
    boolean isLike() {
        boolean same = region == RegionMatch.SAME || region == RegionMatch.NAMED;
        return same && modality == ModalityMatch.SAME && !otherSide;
    }

    /** So many of its kind are looked at; further ones are worth less. */
    int enoughOfKind(Selection selection) {
        return isLike() ? selection.newest() : 1;
    }

    /** More of its kind than this are taken for nothing. */
    int mostOfKind() {
        return switch (region) {
            case SAME, NAMED, CONTAINING -> isLike() ? Integer.MAX_VALUE : exam.imaging().isLight() && !otherSide ? 2 : 1;
            case PAIRED, NEIGHBOURING -> 1;
            case UNKNOWN, OTHER -> Integer.MAX_VALUE;
        };
    }

    Kind kind() {
        return new Kind(region, otherSide, (isLike() ? appointment : exam).imaging().families());
    }
}
