package org.priorfetch.engine.model;

import java.time.Duration;

/**
 * How an archive is dealt with that must fetch a study from a slow store first, such as tape.
 *
 * @param patience how long it may take until the first image comes
 * @param ahead how much earlier than others such a study is asked for
 */
public record SlowStore(Duration patience, Duration ahead) {

    public static final SlowStore DEFAULT = new SlowStore(Duration.ofMinutes(30), Duration.ofHours(2));
}
