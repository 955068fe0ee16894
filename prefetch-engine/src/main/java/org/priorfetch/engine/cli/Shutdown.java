package org.priorfetch.engine.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.api.PrefetchEngine;

/** Closes an engine when the process is asked to end (Ctrl-C, SIGTERM), and lets the command know. */
final class Shutdown implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread hook;

    private Shutdown(PrefetchEngine engine) {
        this.hook = new Thread(() -> {
            asked.countDown();
            engine.close();
        }, "shutdown");
    }

    static Shutdown closing(PrefetchEngine engine) {
        Shutdown shutdown = new Shutdown(engine);
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** Waits for the request to end, at most for the duration; an interrupt counts as one. */
    boolean await(Duration atMost) {
        try {
            return asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            asked.countDown(); // the process is ending already, and the hook does its work
        }
    }
}
