package org.priorfetch.viewer;

import java.util.List;

import org.priorfetch.engine.model.PatientKey;

/** What the tests open. */
final class Subjects {

    static final String UID = "1.2.840.113619.2.55";
    static final String OTHER_UID = "2.25.329800735698586629295641978511506172918";

    private Subjects() {}

    static ViewerSubject studies(String... uids) {
        return new ViewerSubject(List.of(uids), "A1", new PatientKey("12345", "HOSP"));
    }

    static ViewerSubject patient(String id, String issuer) {
        return new ViewerSubject(List.of(UID), "A1", new PatientKey(id, issuer));
    }

    static ViewerSubject accession(String accession) {
        return new ViewerSubject(List.of(UID), accession, new PatientKey("12345", "HOSP"));
    }
}
