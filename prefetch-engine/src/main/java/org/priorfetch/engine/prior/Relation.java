package org.priorfetch.engine.prior;

/**
 * How an examination stands to the one of the appointment, apart from its age.
 *
 * @param pair how the site calls the pair that joins them; empty for a usual one or none
 * @param part whether it shows only a part of what the appointment does
 */
record Relation(Exam appointment, Exam exam, RegionMatch region, String pair, ModalityMatch modality,
        boolean otherSide, boolean part) {

    /** Those of one kind are told apart by their age alone. */
    record Kind(RegionMatch region, boolean otherSide, Families families) {}

    private static final int OTHER_SIDE = 30;
    private static final int ONLY_A_PART = 6;

    /** What it is worth by region, modality and side; less than nothing is possible. */
    int points() {
        return region.points() + modalityPoints() - (otherSide ? OTHER_SIDE : 0) - (part ? ONLY_A_PART : 0);
    }

    /** A pair says by itself that the modalities go together. */
    private int modalityPoints() {
        return region == RegionMatch.PAIRED ? ModalityMatch.RELATED.points() : modality.points();
    }

    /** Whether it is what is compared first: of the same region and modality. */
    boolean isLike() {
        boolean same = region == RegionMatch.SAME || region == RegionMatch.NAMED;
        return same && modality == ModalityMatch.SAME && !otherSide;
    }

    /** Whether its modality is of no use at this distance, whatever its age. */
    boolean isOfOtherModality() {
        return switch (region) {
            case CONTAINING, NEIGHBOURING -> modality == ModalityMatch.OTHER;
            case SAME -> otherSide && modality != ModalityMatch.SAME;
            case NAMED, PAIRED, UNKNOWN, OTHER -> false;
        };
    }

    /** More of its kind than this are taken for nothing. */
    int mostOfKind() {
        return switch (region) {
            case SAME, NAMED, CONTAINING -> isLike() ? Integer.MAX_VALUE : mostOfFurther();
            case PAIRED, NEIGHBOURING -> 1;
            case UNKNOWN, OTHER -> Integer.MAX_VALUE;
        };
    }

    private int mostOfFurther() {
        return exam.imaging().isLight() && !otherSide ? 2 : 1;
    }

    Kind kind() {
        return new Kind(region, otherSide, (isLike() ? appointment : exam).imaging().families());
    }
}
