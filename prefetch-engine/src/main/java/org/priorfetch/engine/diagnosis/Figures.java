package org.priorfetch.engine.diagnosis;

import java.util.Locale;

/** Figures with their units, as few digits as say something. */
record Figures(Locale locale) {

    private static final double FEW = 10;
    private static final double MEGA = 1_000_000;
    private static final int BITS = 8;

    String millis(double millis) {
        return number(millis) + " ms";
    }

    String seconds(double seconds) {
        return number(seconds) + " s";
    }

    String rate(double bytesPerSecond) {
        return number(bytesPerSecond * BITS / MEGA) + " Mbit/s";
    }

    String megabytes(long bytes) {
        return number(bytes / MEGA) + " MB";
    }

    private String number(double figure) {
        return String.format(locale, figure < FEW ? "%.1f" : "%.0f", figure);
    }
}
