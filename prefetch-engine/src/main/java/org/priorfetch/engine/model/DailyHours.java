package org.priorfetch.engine.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Hours of certain days. Those that pass midnight belong to the day on which they begin; equal ends mean 24 hours.
 *
 * @param opens inclusive
 * @param closes exclusive
 */
public record DailyHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

    public DailyHours {
        days = Set.copyOf(days);
    }

    /** The hours that begin on a date, as the clocks are turned then; empty when its end is not after its beginning. */
    record Span(Instant opens, Instant closes) {

        boolean contains(Instant time) {
            return !time.isBefore(opens) && time.isBefore(closes);
        }

        boolean isEmpty() {
            return !opens.isBefore(closes);
        }
    }

    boolean beginsOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    Span on(LocalDate date, ZoneId zone) {
        LocalDate end = closes.isAfter(opens) ? date : date.plusDays(1);
        return new Span(date.atTime(opens).atZone(zone).toInstant(), end.atTime(closes).atZone(zone).toInstant());
    }
}
