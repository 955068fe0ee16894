package org.priorfetch.engine.model;

/** What an instance says of itself before its pixel data: enough to prove that it is the right one. */
public record InstanceHeader(InstanceRef instance, String studyInstanceUid, Patient patient, String accessionNumber,
        PatientTraits traits) {

    /** One that states nothing more of the patient. */
    public InstanceHeader(InstanceRef instance, String studyInstanceUid, Patient patient, String accessionNumber) {
        this(instance, studyInstanceUid, patient, accessionNumber, PatientTraits.NONE);
    }
}
