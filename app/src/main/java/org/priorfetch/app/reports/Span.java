package org.priorfetch.app.reports;

import java.time.LocalDate;

/** The days that a report is about: so many up to today. */
enum Span {
    WEEK(7), MONTH(30), QUARTER(91), YEAR(365);

    private final int days;

    Span(int days) {
        this.days = days;
    }

    LocalDate from(LocalDate today) {
        return today.minusDays(days - 1L);
    }
}
