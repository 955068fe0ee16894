package org.priorfetch.engine.forecast;

/**
 * Learns a pace from stretches of work, by weighted least squares of the costs against what is assumed beforehand. What is
 * old fades. Used by one thread at a time.
 */
final class PaceFit {

    private static final int COSTS = 3;
    private static final int SWEEPS = 40;
    /** Nothing is for free, and nothing may be told from noise to be. */
    private static final double LEAST = 0.02;

    /** How the costs differ from each other is trusted less than how much all is together. */
    private static final double IN_THE_COSTS = 0.1;

    private final double halfLife;
    private final double[][] squares = new double[COSTS][COSTS];
    private final double[] products = new double[COSTS];
    private double seconds;

    /** @param halfLife in seconds of work, after which what was seen counts half */
    PaceFit(double halfLife) {
        this.halfLife = halfLife;
    }

    /** So long was the source at work for so much. */
    void learn(double took, Amount amount, double weight) {
        if (took <= 0 || amount.isNothing()) {
            return;
        }
        fade(Math.pow(0.5, took / halfLife));
        double[] counts = {amount.jobs(), amount.instances(), amount.bytes()};
        for (int i = 0; i < COSTS; i++) {
            products[i] += weight * counts[i];
            for (int j = 0; j < COSTS; j++) {
                squares[i][j] += weight * counts[i] * counts[j] / took;
            }
        }
        seconds += weight * took;
    }

    private void fade(double left) {
        for (int i = 0; i < COSTS; i++) {
            products[i] *= left;
            for (int j = 0; j < COSTS; j++) {
                squares[i][j] *= left;
            }
        }
        seconds *= left;
    }

    /** How much was seen that has not faded. */
    double seconds() {
        return seconds;
    }

    /**
     * What follows from it: first how much slower all is than assumed, then which of the costs it is that differs.
     *
     * @param assumed what holds where nothing was seen
     * @param trust seconds of work that outweigh it
     */
    Pace pace(Pace assumed, double trust) {
        double said = assumed.perJob() * products[0] + assumed.perInstance() * products[1]
                + assumed.perByte() * products[2];
        Pace scaled = assumed.times((trust + seconds) / (trust + said));
        return fitted(new double[]{scaled.perJob(), scaled.perInstance(), scaled.perByte()}, trust * IN_THE_COSTS);
    }

    private Pace fitted(double[] unit, double trust) {
        double[] factor = {1, 1, 1};
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < COSTS; i++) {
                double rest = trust + unit[i] * products[i];
                for (int j = 0; j < COSTS; j++) {
                    rest -= j == i ? 0 : unit[i] * squares[i][j] * unit[j] * factor[j];
                }
                factor[i] = Math.max(LEAST, rest / (trust + unit[i] * squares[i][i] * unit[i]));
            }
        }
        return new Pace(unit[0] * factor[0], unit[1] * factor[1], unit[2] * factor[2]);
    }
}
