package org.priorfetch.app.bridge;

import java.util.concurrent.Executor;
import org.priorfetch.engine.api.PrefetchEngine;

/** Commands without a screen. */
public final class TestCommands {

    private TestCommands() {}

    /** Answers come on whatever thread they come. */
    public static Commands on(PrefetchEngine engine) {
        return on(engine, Runnable::run);
    }

    public static Commands on(PrefetchEngine engine, Executor screenThread) {
        return new Commands(engine, screenThread);
    }
}
