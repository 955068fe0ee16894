package org.priorfetch.app.controls;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.priorfetch.app.i18n.Texts;

/** Sizes, rates, durations and times in words, in the language and zone of the person who reads them. */
public final class Formats {

    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration NEAR = Duration.ofHours(6);

    private final Texts texts;
    private final Clock clock;
    private final NumberFormat whole;
    private final NumberFormat tenths;
    private final DateTimeFormatter timeFormat;
    private final DateTimeFormatter dayFormat;
    private final DateTimeFormatter dateFormat;

    public Formats(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
        whole = number(0);
        tenths = number(1);
        timeFormat = DateTimeFormatter.ofPattern("HH:mm", texts.locale());
        dayFormat = DateTimeFormatter.ofPattern("EEE HH:mm", texts.locale());
        dateFormat = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
    }

    /** In which times are told. */
    public ZoneId zone() {
        return clock.getZone();
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return local(now()).toLocalDate();
    }

    public LocalDate day(Instant at) {
        return local(at).toLocalDate();
    }

    /** When the day begins where the reader is. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** Decimal MB or GB: "12.4 MB", "340 MB", "1.2 GB". */
    public String size(long bytes) {
        if (bytes >= GIGA) {
            return texts.get("common.size.gb", tenths.format(bytes / GIGA));
        }
        NumberFormat format = bytes >= 100 * MEGA ? whole : tenths;
        return texts.get("common.size.mb", format.format(bytes / MEGA));
    }

    /** Empty when nothing moves. */
    public String rate(long bytesPerSecond) {
        return bytesPerSecond <= 0 ? "" : texts.get("common.rate", size(bytesPerSecond));
    }

    public String percent(double fraction) {
        return texts.get("common.percent", whole.format(Math.floor(fraction * 100)));
    }

    public String count(int number) {
        return whole.format(number);
    }

    public String count(long number) {
        return whole.format(number);
    }

    /** How long something still takes: "under 1 min", "4 min", "2 h 10 min", "3 days". */
    public String duration(long seconds) {
        if (seconds < MINUTE) {
            return texts.get("common.duration.short");
        }
        if (seconds >= 2 * DAY) {
            return texts.get("common.duration.days", Math.ceilDiv(seconds, DAY));
        }
        long minutes = Math.ceilDiv(seconds, MINUTE);
        return minutes < 60
                ? texts.get("common.duration.minutes", minutes)
                : texts.get("common.duration.hours", minutes / 60, minutes % 60);
    }

    public String time(Instant at) {
        return timeFormat.format(local(at));
    }

    /** The time, with the day of the week before it when that is not today's: "08:40", "Tue 06:30". */
    public String timeOfDay(Instant at) {
        boolean today = local(at).toLocalDate().equals(local(now()).toLocalDate());
        return today ? time(at) : dayFormat.format(local(at));
    }

    /** From 0 to 23, where the reader is. */
    public int hourOfDay(Instant at) {
        return local(at).getHour();
    }

    public String date(LocalDate date) {
        return dateFormat.format(date);
    }

    /** Seen from now: "in 25 min", "12 min ago", "tomorrow", or the date. */
    public String relative(Instant at) {
        Duration ahead = Duration.between(now(), at);
        if (ahead.abs().toSeconds() < MINUTE) {
            return texts.get("common.relative.now");
        }
        LocalDate today = local(now()).toLocalDate();
        LocalDate day = local(at).toLocalDate();
        if (day.equals(today) || ahead.abs().compareTo(NEAR) < 0) {
            String distance = coarse(ahead.abs());
            return texts.get(ahead.isNegative() ? "common.relative.ago" : "common.relative.in", distance);
        }
        if (day.equals(today.plusDays(1))) {
            return texts.get("common.relative.tomorrow");
        }
        return day.equals(today.minusDays(1)) ? texts.get("common.relative.yesterday") : date(day);
    }

    /** Relative and absolute: "12 min ago · 09:41". */
    public String moment(Instant at) {
        return texts.get("common.moment", relative(at), time(at));
    }

    /** The time of today, or date and time of an earlier day: what stands after "since". */
    public String since(Instant at) {
        LocalDate day = local(at).toLocalDate();
        return day.equals(local(now()).toLocalDate()) ? time(at) : texts.get("common.since", date(day), time(at));
    }

    private String coarse(Duration distance) {
        return distance.toMinutes() < 60
                ? texts.get("common.duration.minutes", distance.toMinutes())
                : texts.get("common.coarse.hours", distance.plus(HALF_AN_HOUR).toHours());
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(clock.getZone());
    }

    private NumberFormat number(int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }
}
