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

    /** The same person under another ID. */
    public Patient with(PatientKey otherKey) {
        return new Patient(otherKey, patientName, patientBirthDate, patientSex);
    }

    /** Names stay out of logs and error texts, so only the ID shows here. */
    @Override
    public String toString() {
        return "Patient[" + key.patientId() + "]";
    }
}
