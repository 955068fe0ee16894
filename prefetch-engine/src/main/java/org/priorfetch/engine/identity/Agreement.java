package org.priorfetch.engine.identity;

/** What the comparison of two values of one attribute says about their owners. */
enum Agreement {
    /** The same value. */
    SAME,
    /** Neither the same nor in contradiction, as a given name and its initial. */
    UNCERTAIN,
    /** Missing on a side, or a value that systems fill in for a missing one. */
    UNKNOWN,
    /** Different values. */
    DIFFERENT
}
