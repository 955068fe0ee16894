package org.priorfetch.engine.cli;

import java.time.Duration;
import java.util.function.Predicate;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.output.Progress;

/** Shows the snapshots of an engine, five a second, until something is reached or the process is asked to end. */
final class Follower {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final PrefetchEngine engine;
    private final Shutdown shutdown;

    Follower(PrefetchEngine engine, Shutdown shutdown) {
        this.engine = engine;
        this.shutdown = shutdown;
    }

    /** The snapshot in which it was reached, or the last one before the end. */
    EngineSnapshot until(Predicate<EngineSnapshot> reached, Progress progress) {
        EngineSnapshot snapshot;
        do {
            snapshot = engine.snapshot();
            progress.show(snapshot);
        } while (!reached.test(snapshot) && !shutdown.await(BETWEEN_LOOKS));
        return snapshot;
    }
}
