package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Patient ID (0010,0020) with its Issuer of Patient ID (0010,0021). A missing issuer means that the sender named none;
 * which domain that stands for is decided by {@code identity}.
 */
public record PatientKey(String patientId, @Nullable String issuerOfPatientId) {

    public static PatientKey of(String patientId) {
        return new PatientKey(patientId, null);
    }
}
