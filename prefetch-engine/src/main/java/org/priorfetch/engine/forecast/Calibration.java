package org.priorfetch.engine.forecast;

import java.util.ArrayDeque;
import java.util.Deque;

/** By how much what happened differs from what was said: the running median of the last ones, within bounds. */
public final class Calibration {

    /** So many of the last ones count. */
    public static final int KEPT = 25;

    private static final int ENOUGH = 5;
    private static final double MOST = 2;
    private static final double TOO_SHORT_SECONDS = 1;

    private final Deque<Double> ratios = new ArrayDeque<>();

    public void compare(double saidSeconds, double tookSeconds) {
        if (saidSeconds < TOO_SHORT_SECONDS || tookSeconds <= 0) {
            return;
        }
        ratios.addLast(tookSeconds / saidSeconds);
        if (ratios.size() > KEPT) {
            ratios.removeFirst();
        }
    }

    /** What is said next is to be multiplied by this. */
    public double factor() {
        if (ratios.size() < ENOUGH) {
            return 1;
        }
        double[] sorted = ratios.stream().mapToDouble(ratio -> ratio).sorted().toArray();
        double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return Math.clamp(middle, 1 / MOST, MOST);
    }
}
