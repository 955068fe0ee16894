package org.priorfetch.engine.web;

import java.time.Duration;

/** How long something may go on, however many questions it takes. */
public record TimeLeft(long end) {

    private static final Duration LEAST = Duration.ofMillis(1);

    /** From now on. */
    public static TimeLeft of(Duration whole) {
        return new TimeLeft(System.nanoTime() + whole.toNanos());
    }

    /** Never negative. */
    public Duration now() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** For a request, which must have some. */
    public Duration forRequest() {
        Duration now = now();
        return now.compareTo(LEAST) < 0 ? LEAST : now;
    }
}
