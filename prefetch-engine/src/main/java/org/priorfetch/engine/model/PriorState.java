package org.priorfetch.engine.model;

/** What is done, or is to be done, with one candidate of an appointment. */
public enum PriorState {
    /** To be brought into the PACS, or on its way. */
    FETCH,
    /** The PACS holds all of it, proven by its instance UIDs. */
    PRESENT,
    /** Not wanted. */
    SKIP,
    /** A person must decide. */
    HOLD,
    /** A part is in the PACS; the rest could not be had. */
    PARTIAL,
    /** Nothing of it could be had. */
    FAILED;

    /** Whether a person should look at it. */
    public boolean isTrouble() {
        return this == HOLD || this == PARTIAL || this == FAILED;
    }

    public boolean isRelevant() {
        return this != SKIP;
    }
}
