package org.priorfetch.engine.identity;

/** What the comparison of two values of one attribute says about their owners. */
enum Agreement {
    /** The same value. */
    SAME,
    /**
     * A name that one and the same person has in another system: in another order, with a part of a double name or a further
     * given name missing. It agrees where the rest leaves no doubt.
     */
    VARIANT,
    /** Neither the same nor in contradiction, as a given name and its initial. */
    UNCERTAIN,
    /** Missing on a side, or a value that systems fill in for a missing one. */
    UNKNOWN,
    /** Different values. */
    DIFFERENT;

    boolean agrees() {
        return this == SAME || this == VARIANT;
    }
}
