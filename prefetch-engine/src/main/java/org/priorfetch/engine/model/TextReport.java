package org.priorfetch.engine.model;

import java.time.Instant;

/**
 * What a radiologist wrote about a study, as text.
 *
 * @param accessionNumber of the study
 * @param patient whose study it is
 * @param text lines are kept; empty when it was withdrawn
 */
public record TextReport(String accessionNumber, PatientKey patient, String text, Status status, Instant at) {

    public enum Status {
        PRELIMINARY, FINAL, WITHDRAWN
    }

    /** What is said of somebody stays out of logs. */
    @Override
    public String toString() {
        return "TextReport[" + status + "]";
    }
}
