package org.priorfetch.engine.model;

/** Whether two patients are the same person, with the reason that a person understands. */
public sealed interface IdentityDecision {

    Reason reason();

    /** The same person. */
    record Accept(Reason reason) implements IdentityDecision {}

    /**
     * A person must decide.
     *
     * @param conflicting whether one patient ID is claimed for two people, which must never pass unseen, however irrelevant
     *         the study
     */
    record Hold(Reason reason, boolean conflicting) implements IdentityDecision {

        /** One that lacks proof without contradicting anything. */
        public Hold(Reason reason) {
            this(reason, false);
        }
    }

    /** Somebody else. */
    record Refuse(Reason reason) implements IdentityDecision {

        /** Whether people have decided it, about this patient or by excluding it, and not the data. */
        public boolean isByPeople() {
            return PatientDecision.isRefusal(reason) || Exclusions.isIn(reason);
        }
    }
}
