package org.priorfetch.engine.settings;

/** How instances come out of a source (PS3.4 Annex C). */
public enum RetrieveMethod {
    /** By whatever way works best, as far as that is known. */
    AUTO,
    /** C-GET: on the association that asks. */
    GET,
    /** C-MOVE to our own storage SCP. */
    MOVE,
    /** C-MOVE straight to the PACS, past us; never chosen by the program. */
    DIRECT
}
