package org.priorfetch.engine.port;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Time as the engine sees it, so that tests can turn it by hand. */
public interface Clock {

    Instant now();

    /** The zone in which worklists and archives state their times. */
    ZoneId zone();

    /**
     * Waits for the duration or the cancellation, whichever comes first.
     *
     * @return whether the whole duration passed
     */
    boolean pause(Duration duration, Cancellation cancellation);
}
