package org.priorfetch.app.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.priorfetch.app.i18n.Texts;

/** Cuts the days of a report into as many steps as a chart can tell apart: days, weeks or months. */
final class Calendar {

    private static final int DAYS = 31;
    private static final int WEEKS = 20 * 7;

    private enum Step {
        DAY, WEEK, MONTH
    }

    private final LocalDate from;
    private final LocalDate to;
    private final Step step;
    private final DateTimeFormatter dayFormat;
    private final DateTimeFormatter monthFormat;
    private final Texts texts;

    Calendar(LocalDate from, LocalDate to, Texts texts) {
        this.from = from;
        this.to = to;
        this.texts = texts;
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        step = days <= DAYS ? Step.DAY : days <= WEEKS ? Step.WEEK : Step.MONTH;
        dayFormat = DateTimeFormatter.ofPattern(dayPattern(texts.locale()), texts.locale());
        monthFormat = DateTimeFormatter.ofPattern("MMM yyyy", texts.locale());
    }

    /** The short date without its year. */
    private static String dayPattern(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale);
        return pattern.replaceAll("y+", "").replaceAll("^[^dM]+|[^dM.]+$", "");
    }

    /** The names of all steps, in order, those without anything included. */
    List<String> steps() {
        return Stream.iterate(begin(from), day -> !day.isAfter(to), this::next).map(this::name).toList();
    }

    String stepOf(LocalDate day) {
        return name(begin(day));
    }

    private String name(LocalDate begin) {
        return switch (step) {
            case DAY -> dayFormat.format(begin);
            case WEEK -> texts.get("reports.week", dayFormat.format(begin));
            case MONTH -> monthFormat.format(begin);
        };
    }

    private LocalDate begin(LocalDate day) {
        return switch (step) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private LocalDate next(LocalDate begin) {
        return switch (step) {
            case DAY -> begin.plusDays(1);
            case WEEK -> begin.plusWeeks(1);
            case MONTH -> begin.plusMonths(1);
        };
    }
}
