package org.priorfetch.engine.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Dates and times of HL7: {@code YYYYMMDD[HHMM[SS[.S]]][+/-ZZZZ]}. */
final class Hl7Times {

    private static final Pattern FORM = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:\\.[0-9]{1,9})?)?)?)?([+-][0-9]{4})?");

    private Hl7Times() {}

    /** Null when it is missing, is not known to the day, or is no date. */
    static @Nullable LocalDate date(String text) {
        Matcher matcher = FORM.matcher(text);
        try {
            return matcher.matches() ? day(matcher) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /**
     * Null when it is missing or no time; a day without a time of day is its noon.
     *
     * @param zone for times that name none
     */
    static @Nullable Instant instant(String text, ZoneId zone) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDateTime local = day(matcher).atTime(timeOfDay(matcher));
            return local.atZone(matcher.group(7) == null ? zone : ZoneOffset.of(matcher.group(7))).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static LocalDate day(Matcher matcher) {
        return LocalDate.of(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    }

    private static LocalTime timeOfDay(Matcher matcher) {
        return matcher.group(4) == null ? LocalTime.NOON
                : LocalTime.of(number(matcher.group(4)), number(matcher.group(5)), number(matcher.group(6)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
