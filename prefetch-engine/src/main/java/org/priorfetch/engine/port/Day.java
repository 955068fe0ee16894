package org.priorfetch.engine.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** One calendar day somewhere: from its begin (inclusive) to its end (exclusive); 23 to 25 hours. */
public record Day(LocalDate date, Instant begins, Instant ends) {

    /** The days from the first to the last, both inclusive. */
    public static List<Day> between(LocalDate first, LocalDate last, ZoneId zone) {
        return first.datesUntil(last.plusDays(1))
                .map(date -> new Day(date, date.atStartOfDay(zone).toInstant(),
                        date.plusDays(1).atStartOfDay(zone).toInstant()))
                .toList();
    }
}
