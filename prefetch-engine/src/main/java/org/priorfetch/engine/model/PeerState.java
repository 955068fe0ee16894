package org.priorfetch.engine.model;

/** How a worklist, source or PACS last behaved. */
public enum PeerState {
    /** Not asked yet. */
    UNKNOWN,
    /** Answered. */
    OK,
    /** Did not answer, or refused. */
    UNREACHABLE,
    /** A worklist that gave no answer for three times its interval: what is scheduled may be out of date. */
    SILENT;

    /** Whether it answered neither at the last try nor lately. */
    public boolean isTrouble() {
        return this == UNREACHABLE || this == SILENT;
    }
}
