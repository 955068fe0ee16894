package org.priorfetch.engine.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.Message;

/** The kinds of values that are spans of time. */
final class Times {

    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    static final ValueType<Duration> DURATION = new ValueType<>(Times::duration,
            (key, shown) -> Message.of("settings.badDuration", key, shown), Duration.ofSeconds(1));

    /** How long something may be waited for. */
    static final ValueType<Duration> WAIT = new ValueType<>(
            text -> duration(text).filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0),
            (key, shown) -> Message.of("settings.badWait", key, shown), Duration.ofSeconds(1));

    static final ValueType<HoursWindow> HOURS = new ValueType<>(HoursReading::parse,
            (key, shown) -> Message.of("settings.badHours", key, shown),
            new HoursWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    static final ValueType<Period> AGE = new ValueType<>(Times::age,
            (key, shown) -> Message.of("settings.badAge", key, shown), Period.ofDays(1));

    private static final Pattern DURATION_PATTERN = Pattern.compile("([0-9]{1,6})([smhd])");
    private static final Pattern AGE_PATTERN = Pattern.compile("([0-9]{1,5})([ymd])");

    private Times() {}

    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION_PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        }).filter(Duration::isPositive);
    }

    private static Optional<Period> age(String text) {
        Matcher matcher = AGE_PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "y" -> Period.ofYears(amount);
            case "m" -> Period.ofMonths(amount);
            default -> Period.ofDays(amount);
        }).filter(period -> !period.isZero());
    }

    /** An age as it stands in the file; one that cannot stand there comes out as no age. */
    static String text(Period age) {
        if (age.getDays() == 0) {
            return age.getMonths() == 0 ? age.getYears() + "y" : age.toTotalMonths() + "m";
        }
        return age.toTotalMonths() == 0 ? age.getDays() + "d" : age.toString();
    }
}
