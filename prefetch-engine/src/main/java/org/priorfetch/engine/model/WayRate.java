package org.priorfetch.engine.model;

import java.time.Instant;

/**
 * How fast one way out of a source was.
 *
 * @param load instances, and bytes counted as instances, each request weighing less than the one after it
 * @param seconds that they took, weighed in the same way
 * @param requests measured
 * @param measured when the last of them was
 */
public record WayRate(double load, double seconds, int requests, Instant measured) {

    private static final double NO_TIME = 1e-6;

    public double perSecond() {
        return load / Math.max(seconds, NO_TIME);
    }
}
