package org.priorfetch.app.bridge;

import java.time.Duration;

/**
 * What is to be done next, of something that is done again and again. Nothing waits any more once it is closed, so that the
 * timer keeps nobody who has ended. Thread-safe.
 */
public final class NextCall implements AutoCloseable {

    private final Timer timer;
    private Timer.Call waiting = () -> {};
    private boolean closed;

    public NextCall(Timer timer) {
        this.timer = timer;
    }

    /** Plans it, in place of what waits. */
    public synchronized void after(Duration delay, Runnable work) {
        if (!closed) {
            waiting.cancel();
            waiting = timer.after(delay, work);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.cancel();
    }
}
