package org.priorfetch.app.bridge;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Does something on the FX thread again and again while it runs; wakes nobody while it does not. Belongs to the FX thread. */
public final class Ticker implements AutoCloseable {

    private final Duration interval;
    private final Runnable work;
    private final Timer timer;
    private Timer.@Nullable Call next;

    /** Does not run yet. */
    public Ticker(Duration interval, Runnable work) {
        this(interval, work, Timer.onScreen());
    }

    Ticker(Duration interval, Runnable work, Timer timer) {
        this.interval = interval;
        this.work = work;
        this.timer = timer;
    }

    public void run(boolean wanted) {
        if (wanted && next == null) {
            next = timer.after(interval, this::tick);
        } else if (!wanted && next != null) {
            next.cancel();
            next = null;
        }
    }

    private void tick() {
        next = timer.after(interval, this::tick);
        work.run();
    }

    @Override
    public void close() {
        run(false);
    }
}
