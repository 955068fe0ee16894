package org.priorfetch.engine.model;

/** What becomes of a prior's own Accession Number (0008,0050) in the local PACS. */
public enum AccessionPolicy {
    /** Emptied; the original is kept in the Original Attributes Sequence. */
    EMPTY,
    /** The source's name before it, so that it cannot be taken for a local one. */
    PREFIX,
    /** As it is. */
    SAME
}
