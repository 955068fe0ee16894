package org.priorfetch.app.bridge;

import org.priorfetch.engine.api.PrefetchEngine;

/** Commands without a screen: answers come on whatever thread they come. */
public final class TestCommands {

    private TestCommands() {}

    public static Commands on(PrefetchEngine engine) {
        return new Commands(engine, Runnable::run);
    }
}
