package org.priorfetch.engine.hl7;

import java.time.Duration;

/**
 * How long a cross-reference manager may take.
 *
 * @param connect for the TCP connection
 * @param whole for the whole exchange, the connection included
 */
public record PixWaits(Duration connect, Duration whole) {

    public static final PixWaits DEFAULT = new PixWaits(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
