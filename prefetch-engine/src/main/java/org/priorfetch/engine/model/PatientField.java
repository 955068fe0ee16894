package org.priorfetch.engine.model;

/** What is compared of two patients. The groups of the name are those of PS3.5 6.2.1.2. */
public enum PatientField {
    NAME, IDEOGRAPHIC_NAME, PHONETIC_NAME, BIRTH_DATE, SEX, PATIENT_ID, ISSUER
}
