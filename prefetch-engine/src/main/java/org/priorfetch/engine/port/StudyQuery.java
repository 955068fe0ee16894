package org.priorfetch.engine.port;

import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PersonSearch;

/** What to look for: all studies of a patient ID or of a person, or one study. */
public sealed interface StudyQuery {

    /** All studies with this patient ID (and issuer, where the peer can match it). */
    record OfPatient(PatientKey key) implements StudyQuery {}

    /** All studies of whoever has such a name and this birth date. */
    record OfPerson(PersonSearch person) implements StudyQuery {}

    /** The one study with this UID. */
    record ByUid(String studyInstanceUid) implements StudyQuery {}
}
