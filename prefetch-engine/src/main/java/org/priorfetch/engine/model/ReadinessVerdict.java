package org.priorfetch.engine.model;

/** The one word for an appointment; the first that applies, in this order. */
public enum ReadinessVerdict {
    /** Priors are on their way. */
    FETCHING,
    /** A person must decide. */
    HELD,
    /** A source or the PACS did not answer; priors may exist there. */
    UNREACHABLE,
    /** No relevant prior arrived. */
    FAILED,
    /** Some relevant priors, or parts of them, did not arrive; or a person gave them up. */
    PARTIAL,
    /** All relevant priors that are wanted are in the PACS, proven; a person may have decided that none is needed. */
    READY,
    /** Every source answered, and none has a relevant prior. */
    NONE_EXIST;

    /** Whether there is nothing left to do or to worry about. */
    public boolean isSettledWell() {
        return this == READY || this == NONE_EXIST;
    }
}
