package org.priorfetch.engine.port;

import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.model.TimePart;

/**
 * How long the line takes there and back: the shortest time in which the peer answered anything lately. What its program
 * needs for the fastest of its answers is part of it. Thread-safe.
 */
public final class RoundTrip {

    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(10);

    private long windowBegan = System.nanoTime();
    private long shortest = Long.MAX_VALUE;
    private long shortestBefore = Long.MAX_VALUE;

    /** An answer took so long. */
    public void seen(long nanos) {
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

    /** Of a wait, so much is the line's and the rest the peer's own; it counts as an answer itself. */
    public void divide(long waitedNanos, SpentTime spent) {
        seen(waitedNanos);
        long onTheLine = Math.min(waitedNanos, nanos());
        spent.add(TimePart.ROUND_TRIPS, onTheLine);
        spent.add(TimePart.SOURCE, waitedNanos - onTheLine);
    }

    /** Nanoseconds; {@link Long#MAX_VALUE} while nothing was seen. */
    public synchronized long nanos() {
        return Math.min(shortest, shortestBefore);
    }
}
