package org.priorfetch.engine.api;

import org.jspecify.annotations.Nullable;

/** Whether the PACS holds a study that was found elsewhere; by count, not proven. */
public enum Presence {
    /** All of it. */
    HERE,
    /** Fewer images than the archive lists. */
    PARTLY,
    ABSENT,
    /** The PACS did not say. */
    UNKNOWN;

    /**
     * By the number of images.
     *
     * @param listed by the archive; negative when it did not say
     * @param held by the PACS, negative when it did not say; null when it does not hold the study
     */
    public static Presence byCount(int listed, @Nullable Integer held) {
        if (held == null) {
            return ABSENT;
        }
        return held >= 0 && held < listed ? PARTLY : HERE;
    }
}
