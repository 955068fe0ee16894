package org.priorfetch.engine.api;

/** Whether the PACS holds a study that was found elsewhere; by count, not proven. */
public enum Presence {
    /** All of it. */
    HERE,
    /** Fewer images than the archive lists. */
    PARTLY,
    ABSENT,
    /** The PACS did not say. */
    UNKNOWN
}
