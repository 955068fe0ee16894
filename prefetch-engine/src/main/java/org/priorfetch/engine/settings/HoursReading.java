package org.priorfetch.engine.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.DailyHours;
import org.priorfetch.engine.model.HoursWindow;

/** Reads hours such as {@code 18:00-07:00} or {@code Mon-Fri 18:00-07:00, Sat, Sun 00:00-24:00}. */
final class HoursReading {

    private static final Pattern PART = Pattern.compile("(?:([A-Za-z]+)(?: *[-–] *([A-Za-z]+))?)?"
            + "(?:(?:^| +)([0-9]{1,2}):([0-9]{2}) *[-–] *([0-9]{1,2}):([0-9]{2}))?");
    private static final String END_OF_DAY = "24";

    private HoursReading() {}

    static Optional<HoursWindow> parse(String text) {
        List<DailyHours> parts = new ArrayList<>();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String piece : text.split(",", -1)) {
            Matcher part = PART.matcher(piece.strip());
            if (piece.isBlank() || !part.matches() || !addDays(part, days)) {
                return Optional.empty();
            }
            if (part.group(3) != null) {
                Optional<DailyHours> hours = hours(part, days);
                if (hours.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(hours.get());
                days.clear();
            }
        }
        return parts.isEmpty() || !days.isEmpty() ? Optional.empty() : Optional.of(new HoursWindow(parts));
    }

    /** Answers whether they are days, where any are named. */
    private static boolean addDays(Matcher part, Set<DayOfWeek> days) {
        if (part.group(1) == null) {
            return true;
        }
        Optional<DayOfWeek> first = day(part.group(1));
        Optional<DayOfWeek> last = part.group(2) == null ? first : day(part.group(2));
        if (first.isEmpty() || last.isEmpty()) {
            return false;
        }
        for (DayOfWeek day = first.get(); day != last.get(); day = day.plus(1)) {
            days.add(day);
        }
        days.add(last.get());
        return true;
    }

    private static Optional<DayOfWeek> day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name.equalsIgnoreCase(day.name())
                    || name.equalsIgnoreCase(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Optional<DailyHours> hours(Matcher part, Set<DayOfWeek> days) {
        try {
            return Optional.of(new DailyHours(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                    time(part.group(3), part.group(4)), time(part.group(5), part.group(6))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hour, String minute) {
        boolean endOfDay = hour.equals(END_OF_DAY) && minute.equals("00");
        return endOfDay ? LocalTime.MIDNIGHT : LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }
}
