package org.priorfetch.engine.model;

/**
 * What an instance says of itself before its pixel data: enough to prove that it is the right one, and to fit it in.
 *
 * @param facts what else may be changed on the way in
 */
public record InstanceHeader(InstanceRef instance, String studyInstanceUid, Patient patient, String accessionNumber,
        PatientTraits traits, HeaderFacts facts) {

    /** One of which nothing is known but its identity. */
    public InstanceHeader(InstanceRef instance, String studyInstanceUid, Patient patient, String accessionNumber,
            PatientTraits traits) {
        this(instance, studyInstanceUid, patient, accessionNumber, traits, HeaderFacts.NONE);
    }

    /** One that states nothing more of the patient. */
    public InstanceHeader(InstanceRef instance, String studyInstanceUid, Patient patient, String accessionNumber) {
        this(instance, studyInstanceUid, patient, accessionNumber, PatientTraits.NONE);
    }
}
