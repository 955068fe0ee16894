package org.priorfetch.app.bridge;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something on the FX thread again and again. Unlike a timeline it does not keep the screen being drawn. */
public final class Ticker implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ticker").daemon().factory());

    public Ticker(Duration interval, Runnable work) {
        var _ = timer.scheduleWithFixedDelay(() -> FxToolkit.run(work), interval.toMillis(), interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
