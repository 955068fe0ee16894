package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to leave a peer or a job alone after a failure: longer each time, never all at the same moment. */
public final class BackOff {

    private static final List<Duration> STEPS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(20),
            Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofMinutes(20));
    private static final double JITTER = 0.25;

    private final RandomGenerator random;

    public BackOff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after so many failures in a row, give or take a quarter.
     *
     * @param failures 1 or more
     */
    public Duration after(int failures) {
        Duration step = STEPS.get(Math.clamp(failures - 1L, 0, STEPS.size() - 1));
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(step.toMillis() * factor));
    }
}
