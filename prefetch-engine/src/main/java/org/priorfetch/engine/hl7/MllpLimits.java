package org.priorfetch.engine.hl7;

import java.time.Duration;

/**
 * What a peer may ask of us.
 *
 * @param largest size of a message in bytes
 * @param idle how long a connection may rest between two messages
 * @param message how long one message may take from its first byte to its last
 * @param answer how long an answer may take to be accepted
 * @param connections how many are open at a time
 */
public record MllpLimits(int largest, Duration idle, Duration message, Duration answer, int connections) {

    public static final MllpLimits DEFAULT = new MllpLimits(10 * 1024 * 1024, Duration.ofMinutes(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30), 64);
}
