package org.priorfetch.engine.web;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect for the connection
 * @param whole for one matter, to the last byte of the last answer
 */
public record HttpWaits(Duration connect, Duration whole) {

    public static final HttpWaits DEFAULT = new HttpWaits(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
