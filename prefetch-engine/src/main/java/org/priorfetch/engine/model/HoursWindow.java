package org.priorfetch.engine.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours in which a source may be used for work that is not urgent.
 *
 * @param parts at least one; they may overlap
 */
public record HoursWindow(List<DailyHours> parts) {

    /** Every part begins in any two weeks, even where clocks are turned on one of its days. */
    private static final int DAYS_AHEAD = 15;

    public HoursWindow {
        parts = List.copyOf(parts);
    }

    /** The same hours every day. */
    public HoursWindow(LocalTime opens, LocalTime closes) {
        this(List.of(new DailyHours(EnumSet.allOf(DayOfWeek.class), opens, closes)));
    }

    public boolean isOpen(Instant time, ZoneId zone) {
        return spansAround(time, zone).anyMatch(span -> span.contains(time));
    }

    /** When it is open next: the given time itself while it is open. */
    public Instant nextOpening(Instant from, ZoneId zone) {
        return isOpen(from, zone) ? from
                : dates(from, zone)
                        .flatMap(date -> spans(date, zone).map(DailyHours.Span::opens)
                                .filter(from::isBefore)
                                .sorted()
                                .limit(1))
                        .findFirst()
                        .orElse(from);
    }

    /** When it is closed next: the given time itself while it is closed; empty where it stays open. */
    public Optional<Instant> nextClosing(Instant from, ZoneId zone) {
        Instant end = from;
        LocalDate last = LocalDate.ofInstant(from, zone).plusDays(DAYS_AHEAD);
        while (isOpen(end, zone)) {
            Instant time = end;
            end = spansAround(time, zone).filter(span -> span.contains(time))
                    .map(DailyHours.Span::closes)
                    .reduce(time, (one, other) -> one.isAfter(other) ? one : other);
            if (LocalDate.ofInstant(end, zone).isAfter(last)) {
                return Optional.empty();
            }
        }
        return Optional.of(end);
    }

    /** What is open at a time began on the same day or on the day before. */
    private Stream<DailyHours.Span> spansAround(Instant time, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(time, zone);
        return Stream.of(today.minusDays(1), today).flatMap(date -> spans(date, zone));
    }

    private Stream<DailyHours.Span> spans(LocalDate date, ZoneId zone) {
        return parts.stream()
                .filter(part -> part.beginsOn(date))
                .map(part -> part.on(date, zone))
                .filter(span -> !span.isEmpty());
    }

    private static Stream<LocalDate> dates(Instant from, ZoneId zone) {
        LocalDate yesterday = LocalDate.ofInstant(from, zone).minusDays(1);
        return yesterday.datesUntil(yesterday.plusDays(DAYS_AHEAD + 1L));
    }
}
