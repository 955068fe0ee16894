package org.priorfetch.engine.model;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is as one system states it.
 *
 * @param patientName Patient's Name (0010,0010) in DICOM's form with all component groups; empty when not given
 * @param patientBirthDate null when not given or unreadable
 */
public record Patient(PatientKey key, String patientName, @Nullable LocalDate patientBirthDate, Sex patientSex) {

    /** Stands where the patient was left out. */
    public static final Patient NOBODY = new Patient(new PatientKey("", null), "", null, Sex.UNKNOWN);

    /** The same person under another ID. */
    public Patient with(PatientKey otherKey) {
        return new Patient(otherKey, patientName, patientBirthDate, patientSex);
    }

    /** What another statement says of the patient; where it says nothing of somebody with the same ID, what this one says. */
    public Patient updatedBy(Patient newer) {
        if (!newer.key().patientId().equals(key.patientId())) {
            return newer.key().patientId().isEmpty() ? this : newer;
        }
        PatientKey named = newer.key().issuerOfPatientId() == null ? key : newer.key();
        return new Patient(named, newer.patientName().isEmpty() ? patientName : newer.patientName(),
                newer.patientBirthDate() == null ? patientBirthDate : newer.patientBirthDate(),
                newer.patientSex() == Sex.UNKNOWN ? patientSex : newer.patientSex());
    }

    /** Names stay out of logs and error texts, so only the ID shows here. */
    @Override
    public String toString() {
        return "Patient[" + key.patientId() + "]";
    }
}
