package org.priorfetch.engine.transfer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether further transfers are begun.
 *
 * @param until when a pause ends by itself; null when it does not
 */
public record Pause(boolean on, @Nullable Instant until) {

    public static final Pause NONE = new Pause(false, null);

    /** As it is at the time: none when it has ended. */
    public Pause at(Instant now) {
        boolean ended = until != null && !now.isBefore(until);
        return on && !ended ? this : NONE;
    }
}
