package org.priorfetch.engine.transfer;

import java.time.Duration;

import org.priorfetch.engine.port.InstanceSpool;

/**
 * Where one instance of every series is checked before any is passed on.
 *
 * @param patience so long a source is kept waiting at most, once in a round, while samples come on other lanes
 */
record Samples(InstanceSpool spool, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    Samples(InstanceSpool spool) {
        this(spool, PATIENCE);
    }
}
