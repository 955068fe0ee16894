package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * How one field of two patients compares.
 *
 * @param resemblance what explains a difference, perhaps; null when nothing does
 */
public record FieldComparison(PatientField field, FieldAgreement agreement, @Nullable Resemblance resemblance) {

    /** Whether the two values are one. */
    public enum FieldAgreement {
        AGREES, DIFFERS,
        /** Neither the same nor in contradiction, as a given name and its initial. */
        UNCERTAIN, MISSING_HERE, MISSING_THERE, MISSING_BOTH
    }

    /** In what two different values are alike: a hint for the person who decides, never a proof. */
    public enum Resemblance {
        DAY_AND_MONTH_EXCHANGED, ONE_DIGIT_DIFFERS, DIGITS_EXCHANGED, NAMES_EXCHANGED, ONE_LETTER_DIFFERS,
        /** A value that systems fill in for a missing one. */
        PLACEHOLDER
    }
}
