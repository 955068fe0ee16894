package org.priorfetch.engine.port;

import org.priorfetch.engine.model.PatientKey;

/** What to look for: all studies of a patient ID, or one study. */
public sealed interface StudyQuery {

    /** All studies with this patient ID (and issuer, where the peer can match it). */
    record OfPatient(PatientKey key) implements StudyQuery {}

    /** The one study with this UID. */
    record ByUid(String studyInstanceUid) implements StudyQuery {}
}
