package org.priorfetch.engine.fhir;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect for the connection
 * @param whole for the whole exchange, to the last byte of the answer
 */
public record PixmWaits(Duration connect, Duration whole) {

    public static final PixmWaits DEFAULT = new PixmWaits(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
