package org.priorfetch.engine.forecast;

/** How much is carried. What is half done counts half. */
public record Amount(double jobs, double instances, double bytes) {

    public static final Amount NONE = new Amount(0, 0, 0);

    public Amount plus(Amount more) {
        return new Amount(jobs + more.jobs, instances + more.instances, bytes + more.bytes);
    }

    boolean isNothing() {
        return jobs <= 0 && instances <= 0 && bytes <= 0;
    }
}
