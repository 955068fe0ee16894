package org.priorfetch.engine.dicom;

import java.util.concurrent.TimeUnit;

/**
 * How long the line takes there and back: the shortest time in which the peer answered anything lately. What its program
 * needs for the fastest of its answers is part of it. Thread-safe.
 */
final class RoundTrip {

    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(10);

    private long windowBegan = System.nanoTime();
    private long shortest = Long.MAX_VALUE;
    private long shortestBefore = Long.MAX_VALUE;

    /** An answer took so long. */
    void seen(long nanos) {
        seen(nanos, System.nanoTime());
    }

    synchronized void seen(long nanos, long now) {
        if (now - windowBegan > WINDOW_NANOS) {
            shortestBefore = shortest;
            shortest = Long.MAX_VALUE;
            windowBegan = now;
        }
        shortest = Math.min(shortest, Math.max(nanos, 0));
    }

    /** Nanoseconds; {@link Long#MAX_VALUE} while nothing was seen. */
    synchronized long nanos() {
        return Math.min(shortest, shortestBefore);
    }
}
