package org.priorfetch.engine.api;

import org.priorfetch.engine.model.Reason;

/** What would become of a patient's study if it were fetched now, and why. */
public record PatientJudgement(Outcome outcome, Reason reason) {

    /** The ways to go on. */
    public enum Outcome {
        /** It would be fetched. */
        FETCHED,
        /** A person would have to decide. */
        HELD,
        /** It would be refused: somebody else's. */
        REFUSED
    }
}
