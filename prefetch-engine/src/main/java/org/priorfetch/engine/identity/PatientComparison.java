package org.priorfetch.engine.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.FieldComparison;
import org.priorfetch.engine.model.FieldComparison.FieldAgreement;
import org.priorfetch.engine.model.FieldComparison.Resemblance;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientField;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;

/** Two patients, field by field, for a person who has to decide whether they are one. */
public final class PatientComparison {

    private static final List<PatientField> NAME_GROUPS = List.of(PatientField.NAME, PatientField.IDEOGRAPHIC_NAME,
            PatientField.PHONETIC_NAME);

    private PatientComparison() {}

    /**
     * All fields that at least one of the two has, and those that every patient should have.
     *
     * @param here the local patient
     * @param there as the source states it
     */
    public static List<FieldComparison> of(Patient here, Patient there) {
        Evidence evidence = Evidence.of(here, there);
        List<FieldComparison> fields = new ArrayList<>(names(here, there));
        fields.add(birthDate(here.patientBirthDate(), there.patientBirthDate()));
        fields.add(field(PatientField.SEX, here.patientSex() == Sex.UNKNOWN, there.patientSex() == Sex.UNKNOWN,
                evidence.sex(), null));
        fields.add(patientId(here.key(), there.key()));
        fields.add(issuer(here.key(), there.key()));
        return fields;
    }

    private static List<FieldComparison> names(Patient here, Patient there) {
        String[] groups = here.patientName().split("=", -1);
        String[] others = there.patientName().split("=", -1);
        List<FieldComparison> names = new ArrayList<>();
        for (int place = 0; place < NAME_GROUPS.size(); place++) {
            String one = place < groups.length ? groups[place] : "";
            String other = place < others.length ? others[place] : "";
            if (place == 0 || !isBlank(one) || !isBlank(other)) {
                names.add(name(NAME_GROUPS.get(place), one, other));
            }
        }
        return names;
    }

    private static FieldComparison name(PatientField field, String one, String other) {
        NameGroup here = NameGroup.parse(one);
        NameGroup there = NameGroup.parse(other);
        return field(field, isBlank(one), isBlank(other), here.compare(there), Resemblances.ofNames(here, there));
    }

    private static FieldComparison birthDate(@Nullable LocalDate here, @Nullable LocalDate there) {
        return field(PatientField.BIRTH_DATE, here == null, there == null, BirthDates.compare(here, there),
                Resemblances.ofDates(here, there));
    }

    private static FieldComparison patientId(PatientKey here, PatientKey there) {
        String one = here.patientId().strip();
        String other = there.patientId().strip();
        return field(PatientField.PATIENT_ID, one.isEmpty(), other.isEmpty(),
                one.equals(other) ? Agreement.SAME : Agreement.DIFFERENT, Resemblances.ofTexts(one, other));
    }

    private static FieldComparison issuer(PatientKey here, PatientKey there) {
        String one = Objects.requireNonNullElse(here.issuerOfPatientId(), "").strip();
        String other = Objects.requireNonNullElse(there.issuerOfPatientId(), "").strip();
        boolean same = one.toUpperCase(Locale.ROOT).equals(other.toUpperCase(Locale.ROOT));
        return field(PatientField.ISSUER, one.isEmpty(), other.isEmpty(), same ? Agreement.SAME : Agreement.DIFFERENT,
                null);
    }

    private static FieldComparison field(PatientField field, boolean missingHere, boolean missingThere,
            Agreement agreement, @Nullable Resemblance resemblance) {
        FieldAgreement shown = agreement(missingHere, missingThere, agreement);
        boolean explains = shown == FieldAgreement.DIFFERS || shown == FieldAgreement.UNCERTAIN;
        return new FieldComparison(field, shown, explains ? resemblance : null);
    }

    private static FieldAgreement agreement(boolean missingHere, boolean missingThere, Agreement agreement) {
        if (missingHere || missingThere) {
            return missingHere && missingThere ? FieldAgreement.MISSING_BOTH
                    : missingHere ? FieldAgreement.MISSING_HERE : FieldAgreement.MISSING_THERE;
        }
        return switch (agreement) {
            case SAME -> FieldAgreement.AGREES;
            case DIFFERENT -> FieldAgreement.DIFFERS;
            case VARIANT, UNCERTAIN, UNKNOWN -> FieldAgreement.UNCERTAIN;
        };
    }

    private static boolean isBlank(String group) {
        return group.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
