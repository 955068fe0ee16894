package org.priorfetch.engine.model;

import java.util.Locale;

/** Instance Availability (0008,0056): how soon an archive can hand out a study (PS3.4 C.4.1.1.3.2). */
public enum Availability {
    /** At once. */
    ONLINE,
    /** From a slow store, such as a tape robot. */
    NEARLINE,
    /** After somebody has done something by hand. */
    OFFLINE,
    /** Not at all. */
    UNAVAILABLE,
    /** The archive did not say. */
    UNKNOWN;

    /** As an archive states it. */
    public static Availability of(String stated) {
        return switch (stated.strip().toUpperCase(Locale.ROOT)) {
            case "ONLINE" -> ONLINE;
            case "NEARLINE" -> NEARLINE;
            case "OFFLINE" -> OFFLINE;
            case "UNAVAILABLE" -> UNAVAILABLE;
            default -> UNKNOWN;
        };
    }

    /** Whether it comes, but long after it was asked for. */
    public boolean isSlow() {
        return this == NEARLINE || this == OFFLINE;
    }
}
