package org.priorfetch.engine.alert;

/**
 * The appointments of the next hours, as far as they are still to come.
 *
 * @param due all of them
 * @param late those that cannot be ready before they start, as it looks now
 * @param source what holds up most of those; empty where none is late
 */
public record LateAppointments(int due, int late, String source, Cause cause) {

    /** So many hours ahead it is looked. */
    public static final int HOURS = 4;

    public static final LateAppointments NONE = new LateAppointments(0, 0, "", Cause.RATE);

    /** Why they are late. */
    public enum Cause {
        /** More is wanted than the source gives. */
        RATE,
        /** It may be used only at its hours. */
        HOURS,
        /** It has given all that it may give in a day. */
        VOLUME,
        /** Transfers are paused for a while. */
        PAUSE
    }

    /** From a fifth of them on, and three, it is worth an alert. */
    boolean areMany() {
        return late >= 3 && late * 5 >= due;
    }

    /** Below a tenth, or with none but one, it is over. */
    boolean areFew() {
        return late <= 1 || late * 10 < due;
    }
}
