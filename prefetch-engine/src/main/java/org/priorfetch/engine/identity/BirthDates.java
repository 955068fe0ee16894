package org.priorfetch.engine.identity;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** Birth dates, told apart from the dates that systems fill in when they know none. */
final class BirthDates {

    /** Nobody alive was born earlier: 17530101, 18000101, 18991230, 19000101 and the like are all placeholders. */
    private static final LocalDate EARLIEST = LocalDate.of(1905, 1, 1);

    /** 21000101, 22220222, 99991231 and the like. */
    private static final LocalDate BEYOND = LocalDate.of(2100, 1, 1);

    private BirthDates() {}

    static boolean isPlaceholder(@Nullable LocalDate date) {
        return date != null && (date.isBefore(EARLIEST) || !date.isBefore(BEYOND));
    }

    static boolean isKnown(@Nullable LocalDate date) {
        return date != null && !isPlaceholder(date);
    }

    static boolean isFirstOfYear(@Nullable LocalDate date) {
        return date != null && date.getDayOfYear() == 1;
    }

    static Agreement compare(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null || isPlaceholder(one) || isPlaceholder(other)) {
            return Agreement.UNKNOWN;
        }
        return one.equals(other) ? Agreement.SAME : Agreement.DIFFERENT;
    }
}
