package org.priorfetch.engine.identity;

import java.util.List;
import org.priorfetch.engine.model.FieldComparison.Resemblance;
import org.priorfetch.engine.model.Patient;

/**
 * How much speaks for two patients being one, in the manner of Fellegi and Sunter: each field weighs as much as it tells
 * people apart. It chooses only between asking a person and leaving it: nobody becomes the same by points.
 */
final class Score {

    /** From here on a person is asked. */
    static final int ASK = 5;

    private static final int STRONG = 10;

    private Score() {}

    static int of(Patient one, Patient other, Evidence evidence, StrongIdentifiers strong) {
        return ofName(evidence.name(), one, other) + ofBirthDate(evidence.birthDate(), one, other)
                + ofSex(evidence.sex()) + STRONG * strong.agreeing().size();
    }

    private static int ofName(Agreement agreement, Patient one, Patient other) {
        return switch (agreement) {
            case SAME -> 9;
            case VARIANT -> 7;
            case UNCERTAIN -> 3;
            case UNKNOWN -> 0;
            case DIFFERENT -> isSlip(one.patientName(), other.patientName()) ? 1 : -12;
        };
    }

    private static int ofBirthDate(Agreement agreement, Patient one, Patient other) {
        return switch (agreement) {
            case SAME -> 12;
            case VARIANT, UNCERTAIN, UNKNOWN -> 0;
            case DIFFERENT ->
                Resemblances.ofDates(one.patientBirthDate(), other.patientBirthDate()) == null ? -14 : 2;
        };
    }

    private static int ofSex(Agreement agreement) {
        return switch (agreement) {
            case SAME -> 1;
            case VARIANT, UNCERTAIN, UNKNOWN -> 0;
            case DIFFERENT -> -8;
        };
    }

    private static boolean isSlip(String one, String other) {
        List<NameGroup> groups = PersonNames.groups(one);
        List<NameGroup> others = PersonNames.groups(other);
        Resemblance resemblance = Resemblances.ofNames(groups.getFirst(), others.getFirst());
        return resemblance != null;
    }
}
