package org.priorfetch.engine.model;

import java.time.Instant;

/**
 * What a radiologist wrote about a study: a text, documents, or both.
 *
 * @param accessionNumber of the study
 * @param patient whose study it is
 * @param text lines are kept; empty when it was withdrawn, and where only documents came
 * @param documents how many documents are kept with it
 * @param elsewhere how many documents the report only points to
 */
public record TextReport(String accessionNumber, PatientKey patient, String text, Status status, Instant at,
        int documents, int elsewhere) {

    public enum Status {
        PRELIMINARY, FINAL, WITHDRAWN
    }

    /** Only a text. */
    public TextReport(String accessionNumber, PatientKey patient, String text, Status status, Instant at) {
        this(accessionNumber, patient, text, status, at, 0, 0);
    }

    /** What is said of somebody stays out of logs. */
    @Override
    public String toString() {
        return "TextReport[" + status + "]";
    }
}
