package org.priorfetch.engine.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The series of a study as a radiologist opens them: what shows where the others lie comes first, then the newest. What an
 * archive does not tell makes no difference.
 */
public final class ReadingOrder {

    /**
     * What is known of a series.
     *
     * @param number (0020,0011); null when unknown
     */
    public record Series(String description, @Nullable LocalDate date, @Nullable LocalTime time,
            @Nullable Integer number) {

        private boolean isLocalizer() {
            return LOCALIZER.matcher(description).find();
        }

        private LocalDateTime begun() {
            return date == null ? LocalDateTime.MIN : date.atTime(time == null ? LocalTime.MIN : time);
        }
    }

    /** As scanners and their users call it, in English, German, French, Spanish and Italian. */
    private static final Pattern LOCALIZER = Pattern.compile(
            "(?<!\\p{L})(locali[sz]er|loc|scout|scanogram|scano|topogram|topogramm|surview|scout ?view|pilot|survey"
                    + "|lokali[sz]er|übersicht|uebersicht|planung|rep[eé]rage|localizador|localizzatore)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The order; archives' own order decides where it says nothing. */
    public static final Comparator<Series> COMPARATOR = Comparator.comparing((Series series) -> !series.isLocalizer())
            .thenComparing(Series::begun, Comparator.reverseOrder())
            .thenComparingInt(series -> series.number() == null ? Integer.MAX_VALUE : series.number());

    private ReadingOrder() {}
}
