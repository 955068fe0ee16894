package org.priorfetch.engine.identity;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Sex;

/** A patient to the letter, but for padding that means nothing (PS3.5 6.2): what a person has seen when deciding. */
record StatedPatient(String patientId, String issuer, String name, @Nullable LocalDate birthDate, Sex sex) {

    private static final Pattern EMPTY_END = Pattern.compile("[\\s^=]+$");

    static StatedPatient of(Patient patient) {
        String issuer = patient.key().issuerOfPatientId();
        return new StatedPatient(patient.key().patientId().strip(), issuer == null ? "" : issuer.strip(),
                EMPTY_END.matcher(patient.patientName().strip()).replaceAll(""), patient.patientBirthDate(),
                patient.patientSex());
    }

    /**
     * Whether an instance names this patient. It may leave the issuer out, and may add what was not stated, as long as that
     * agrees with the local patient.
     */
    boolean isConfirmedBy(Patient received, Patient local) {
        StatedPatient other = of(received);
        Evidence withLocal = Evidence.of(local, received);
        return patientId.equals(other.patientId) && (issuer.equals(other.issuer) || other.issuer.isEmpty())
                && (name.equals(other.name) || (name.isEmpty() && withLocal.name() == Agreement.SAME))
                && (Objects.equals(birthDate, other.birthDate)
                        || (birthDate == null && withLocal.birthDate() == Agreement.SAME))
                && (sex == other.sex || (sex == Sex.UNKNOWN && withLocal.sex() == Agreement.SAME));
    }
}
