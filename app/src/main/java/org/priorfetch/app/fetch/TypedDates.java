package org.priorfetch.app.fetch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Dates as people type them: in the form of their language, as 1966-03-12, or as 19660312. Years have four digits. */
final class TypedDates {

    private static final LocalDate EXAMPLE = LocalDate.of(1966, 3, 12);

    private final DateTimeFormatter local;
    private final List<DateTimeFormatter> understood;

    TypedDates(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale);
        local = strict(pattern.replaceAll("y+", "uuuu").replaceAll("d+", "d").replaceAll("M+", "M"), locale);
        understood = List.of(local, strict("uuuu-M-d", locale), strict("uuuuMMdd", locale));
    }

    private static DateTimeFormatter strict(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Empty when it is no date. */
    Optional<LocalDate> read(String typed) {
        return understood.stream().flatMap(form -> read(typed.strip(), form)).findFirst();
    }

    private static Stream<LocalDate> read(String typed, DateTimeFormatter form) {
        try {
            return Stream.of(LocalDate.parse(typed, form));
        } catch (DateTimeException otherForm) {
            return Stream.empty();
        }
    }

    String write(LocalDate date) {
        return local.format(date);
    }

    /** A date to show how it is typed. */
    String example() {
        return write(EXAMPLE);
    }
}
