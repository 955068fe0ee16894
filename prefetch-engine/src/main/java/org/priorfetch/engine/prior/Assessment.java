package org.priorfetch.engine.prior;

import java.util.Comparator;
import java.util.Set;

import org.priorfetch.engine.model.PriorCandidate;

/**
 * A candidate compared with the appointment, apart from all others.
 *
 * @param tooOld beyond the age that the limits set
 */
record Assessment(PriorCandidate candidate, Exam appointment, Exam exam, RegionMatch region, ModalityMatch modality,
        boolean otherSide, Age age, boolean tooOld) {

    /** Those of one kind are told apart by their age alone. */
    record Kind(RegionMatch region, boolean otherSide, Set<ModalityFamily> families) {}

    /** The most relevant first, of equals the newest; never undecided, so that the order is always the same. */
    static final Comparator<Assessment> BEST_FIRST = Comparator.comparingInt(Assessment::score)
            .reversed()
            .thenComparing(Assessment::candidate, Assessment.newestFirst());

    private static final int OTHER_SIDE = 20;
    private static final int HIGHEST = 100;

    static Comparator<PriorCandidate> newestFirst() {
        return Comparator
                .comparing(PriorCandidate::studyDate, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(PriorCandidate::studyTime, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(candidate -> candidate.ref().studyInstanceUid())
                .thenComparing(candidate -> candidate.ref().source());
    }

    /** From 1 to 100. Where the region is unknown, less than anything with a known one. */
    int score() {
        int rest = modality.points() + age.points(exam.imaging().daysToHalf());
        int score = region == RegionMatch.UNKNOWN ? rest / 2 : region.points() + rest - (otherSide ? OTHER_SIDE : 0);
        return Math.clamp(score, 1, HIGHEST);
    }

    /** Whether a radiologist would look at it at all. */
    boolean isRelevant() {
        return switch (region) {
            case SAME, UNKNOWN -> true;
            case PAIRED -> !otherSide;
            case CONTAINING, NEIGHBOURING -> modality != ModalityMatch.OTHER && !otherSide;
            case OTHER -> false;
        };
    }

    /** Whether it is what is compared first: of the same region and modality. */
    boolean isLike() {
        return region == RegionMatch.SAME && modality == ModalityMatch.SAME && !otherSide;
    }

    /** So many of its kind are enough. */
    int mostOfKind() {
        return switch (region) {
            case SAME -> modality == ModalityMatch.SAME && !otherSide ? Integer.MAX_VALUE : 2;
            case CONTAINING -> 2;
            case PAIRED, NEIGHBOURING -> 1;
            case UNKNOWN, OTHER -> Integer.MAX_VALUE;
        };
    }

    Kind kind() {
        return new Kind(region, otherSide, exam.imaging().families());
    }
}
