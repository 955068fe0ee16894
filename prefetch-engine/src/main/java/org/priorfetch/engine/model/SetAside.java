package org.priorfetch.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs a person, and that a person has put off.
 *
 * @param until when it is to be asked again; null for never
 * @param why in that person's words
 */
public record SetAside(String itemId, @Nullable Instant until, String who, Instant at, String why) {

    /** Whether it still rests. */
    public boolean rests(Instant now) {
        return until == null || now.isBefore(until);
    }
}
