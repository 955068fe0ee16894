package org.priorfetch.engine.forecast;

/**
 * What a source costs in seconds: for every study, for every instance (small ones are limited by round trips), and for
 * every byte.
 */
public record Pace(double perJob, double perInstance, double perByte) {

    /** Of a source of which nothing is known yet. */
    public static final Pace USUAL = new Pace(0.5, 0.02, 1.0 / 10_000_000);

    public double seconds(Amount amount) {
        return perJob * amount.jobs() + perInstance * amount.instances() + perByte * amount.bytes();
    }

    public Pace times(double factor) {
        return new Pace(perJob * factor, perInstance * factor, perByte * factor);
    }
}
