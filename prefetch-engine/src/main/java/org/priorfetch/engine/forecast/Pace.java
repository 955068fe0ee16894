package org.priorfetch.engine.forecast;

import org.jspecify.annotations.Nullable;

/**
 * What a source costs in seconds: for every study, for every instance (small ones are limited by round trips), and for
 * every byte.
 */
public record Pace(double perJob, double perInstance, double perByte) {

    private static final double BITS = 8;

    /** Of a source of which nothing is known yet. */
    public static final Pace USUAL = new Pace(0.5, 0.02, 1.0 / 10_000_000);

    public double seconds(Amount amount) {
        return perJob * amount.jobs() + perInstance * amount.instances() + perByte * amount.bytes();
    }

    /** The same where no more may be asked for than so much; null without limit. */
    public double within(@Nullable Long bitsPerSecond, Amount amount) {
        double allowed = bitsPerSecond == null ? 0 : amount.bytes() * BITS / bitsPerSecond;
        return Math.max(seconds(amount), allowed);
    }

    public Pace times(double factor) {
        return new Pace(perJob * factor, perInstance * factor, perByte * factor);
    }
}
