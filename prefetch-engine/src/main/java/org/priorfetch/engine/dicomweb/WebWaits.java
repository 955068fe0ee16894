package org.priorfetch.engine.dicomweb;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect for the connection
 * @param answer until an answer begins
 * @param stall without a single byte while one arrives
 * @param slot waiting until one of the requests that the site allows is free
 */
public record WebWaits(Duration connect, Duration answer, Duration stall, Duration slot) {

    public static final WebWaits DEFAULT = new WebWaits(Duration.ofSeconds(10), Duration.ofSeconds(60),
            Duration.ofSeconds(60), Duration.ofMinutes(10));
}
