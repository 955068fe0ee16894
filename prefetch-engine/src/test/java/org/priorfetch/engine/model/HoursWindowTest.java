package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HoursWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static DailyHours part(Set<DayOfWeek> days, String opens, String closes) {
        return new DailyHours(days, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static HoursWindow daily(String opens, String closes) {
        return new HoursWindow(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    /** Nights of workdays, and the whole weekend. */
    private static HoursWindow nightsAndWeekends() {
        return new HoursWindow(List.of(
                part(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "18:00", "07:00"),
                part(WEEKEND, "00:00", "00:00")));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    // 2026-03-02 is a Monday
    @ParameterizedTest
    @CsvSource({"2026-03-02T10:00, 2026-03-02T18:00, 2026-03-02T10:00",
            "2026-03-02T18:00, 2026-03-02T18:00, 2026-03-03T07:00",
            "2026-03-03T06:59, 2026-03-03T06:59, 2026-03-03T07:00",
            "2026-03-03T07:00, 2026-03-03T18:00, 2026-03-03T07:00",
            "2026-03-06T12:00, 2026-03-06T18:00, 2026-03-06T12:00",
            "2026-03-06T18:00, 2026-03-06T18:00, 2026-03-09T00:00",
            "2026-03-07T08:00, 2026-03-07T08:00, 2026-03-09T00:00",
            "2026-03-08T23:59, 2026-03-08T23:59, 2026-03-09T00:00",
            "2026-03-09T00:00, 2026-03-09T18:00, 2026-03-09T00:00"})
    void nightsOfWorkdaysAndWeekends(String from, String opens, String closes) {
        HoursWindow hours = nightsAndWeekends();
        assertThat(hours.nextOpening(at(from, BERLIN), BERLIN)).isEqualTo(at(opens, BERLIN));
        assertThat(hours.nextClosing(at(from, BERLIN), BERLIN)).hasValue(at(closes, BERLIN));
    }

    @Test
    void hoursThatPassMidnightBelongToTheDayOnWhichTheyBegin() {
        HoursWindow friday = new HoursWindow(List.of(part(EnumSet.of(DayOfWeek.FRIDAY), "22:00", "06:00")));
        assertThat(friday.isOpen(at("2026-03-07T05:59", BERLIN), BERLIN)).isTrue();
        assertThat(friday.isOpen(at("2026-03-06T05:59", BERLIN), BERLIN)).isFalse();
        assertThat(friday.nextOpening(at("2026-03-07T06:00", BERLIN), BERLIN))
                .isEqualTo(at("2026-03-13T22:00", BERLIN));
    }

    @Test
    void equalEndsEveryDayNeverClose() {
        HoursWindow always = daily("00:00", "00:00");
        Instant now = at("2026-03-02T10:00", BERLIN);
        assertThat(always.nextOpening(now, BERLIN)).isEqualTo(now);
        assertThat(always.nextClosing(now, BERLIN)).isEmpty();
        assertThat(daily("07:00", "07:00").nextClosing(now, BERLIN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            // clocks go from 02:00 to 03:00 on 2026-03-29: the night is an hour shorter, what begins in the gap begins after it
            "18:00, 07:00, 2026-03-28T23:00, 7", "01:00, 04:00, 2026-03-29T01:00, 2",
            "02:30, 05:00, 2026-03-29T03:30, 1.5",
            "01:00, 02:30, 2026-03-29T01:00, 1.5",
            // and from 03:00 to 02:00 on 2026-10-25: an hour longer, what begins at 02:30 begins the first time
            "18:00, 07:00, 2026-10-24T23:00, 9", "01:00, 04:00, 2026-10-25T01:00, 4",
            "02:30, 04:00, 2026-10-25T01:59, 2.5"})
    void clocksAreTurned(String opens, String closes, String from, double hours) {
        HoursWindow window = daily(opens, closes);
        Instant opening = window.nextOpening(at(from, BERLIN), BERLIN);
        assertThat(window.nextClosing(opening, BERLIN)).hasValue(opening.plus(Duration.ofMinutes((long) (hours * 60))));
    }

    @Test
    void whatTheClocksLeaveOutIsNotOpenThatDay() {
        HoursWindow window = daily("02:30", "03:00");
        assertThat(window.nextOpening(at("2026-03-28T12:00", BERLIN), BERLIN))
                .isEqualTo(at("2026-03-30T02:30", BERLIN));
        HoursWindow sundays = new HoursWindow(List.of(part(EnumSet.of(DayOfWeek.SUNDAY), "02:30", "03:00")));
        assertThat(sundays.nextOpening(at("2026-03-23T12:00", BERLIN), BERLIN))
                .isEqualTo(at("2026-04-05T02:30", BERLIN));
    }

    private static Stream<Random> randoms() {
        return IntStream.range(0, 60).mapToObj(seed -> new Random(1_000 + seed));
    }

    private static HoursWindow anyHours(Random random) {
        List<DailyHours> parts = new ArrayList<>();
        for (int part = 0; part <= random.nextInt(3); part++) {
            EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
            IntStream.range(0, random.nextInt(7)).forEach(_ -> days.add(DayOfWeek.of(1 + random.nextInt(7))));
            parts.add(new DailyHours(days, anyTime(random), anyTime(random)));
        }
        return new HoursWindow(parts);
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    @ParameterizedTest
    @MethodSource("randoms")
    void isOpenAsTheClockOnTheWallSays(Random random) {
        HoursWindow hours = anyHours(random);
        LocalDateTime first = LocalDateTime.parse("2026-03-02T00:00");
        for (int minute = 0; minute < 7 * 24 * 60; minute += 7) {
            LocalDateTime time = first.plusMinutes(minute);
            assertThat(hours.isOpen(time.toInstant(ZoneOffset.UTC), ZoneOffset.UTC)).as("%s at %s", hours, time)
                    .isEqualTo(hours.parts().stream().anyMatch(part -> onTheWall(part, time)));
        }
    }

    private static boolean onTheWall(DailyHours part, LocalDateTime time) {
        boolean beginsToday = part.days().contains(time.getDayOfWeek());
        boolean began = part.days().contains(time.getDayOfWeek().minus(1));
        boolean after = !time.toLocalTime().isBefore(part.opens());
        boolean before = time.toLocalTime().isBefore(part.closes());
        return part.opens().isBefore(part.closes()) ? beginsToday && after && before
                : (beginsToday && after) || (began && before);
    }

    /** Between now and the next opening it is closed, and between that and the next closing open, as far as is looked. */
    @ParameterizedTest
    @MethodSource("randoms")
    void opensAndClosesWhenItSays(Random random) {
        HoursWindow hours = anyHours(random);
        String when = random.nextBoolean() ? "2026-03-27T12:00" : "2026-10-23T12:00";
        Instant from = at(when, BERLIN).plusSeconds(random.nextInt(3 * 24 * 3600));
        Instant opening = hours.nextOpening(from, BERLIN);
        assertThroughout(hours, from, opening, false);
        Instant end = hours.nextClosing(opening, BERLIN).orElse(opening.plus(Duration.ofDays(10)));
        assertThat(end).isAfter(opening);
        assertThroughout(hours, opening, end, true);
        if (hours.nextClosing(opening, BERLIN).isPresent()) {
            assertThat(hours.isOpen(end, BERLIN)).isFalse();
        }
    }

    private static void assertThroughout(HoursWindow hours, Instant from, Instant end, boolean open) {
        for (Instant time = from; time.isBefore(end); time = time.plus(STEP)) {
            assertThat(hours.isOpen(time, BERLIN)).as("%s at %s", hours, time).isEqualTo(open);
        }
    }
}
