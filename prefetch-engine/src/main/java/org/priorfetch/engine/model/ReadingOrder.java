package org.priorfetch.engine.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
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
     * @param localizers whether its images say that they are localizers; false also when nobody told
     */
    public record Series(String description, @Nullable LocalDate date, @Nullable LocalTime time,
            @Nullable Integer number, boolean localizers) {

        /** One of whose images nothing is known. */
        public Series(String description, @Nullable LocalDate date, @Nullable LocalTime time,
                @Nullable Integer number) {
            this(description, date, time, number, false);
        }

        /** With the number as an archive tells it. */
        public static Series of(String description, @Nullable LocalDate date, @Nullable LocalTime time,
                String number) {
            return new Series(description, date, time,
                    NUMBER.matcher(number).matches() ? Integer.valueOf(number) : null);
        }

        /** The same, after what its images say. */
        public Series ofLocalizers(boolean said) {
            return new Series(description, date, time, number, said);
        }

        /** Whether it shows where the others lie. */
        public boolean isLocalizer() {
            return localizers || LOCALIZER.matcher(description).find();
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

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** The newest first; archives' own order decides where it says nothing. */
    static final Comparator<Series> NEWEST = Comparator.comparing(Series::begun, Comparator.reverseOrder())
            .thenComparingInt(series -> series.number() == null ? Integer.MAX_VALUE : series.number());

    /** The same, but localizers before all. */
    public static final Comparator<Series> COMPARATOR = Comparator.comparing((Series series) -> !series.isLocalizer())
            .thenComparing(NEWEST);

    private static final String LOCALIZER_TYPE = "LOCALIZER";

    private ReadingOrder() {}

    /**
     * Whether images are localizers: all of those that tell anything, and one at least.
     *
     * @param imageTypes the values of Image Type (0008,0008) of each image; none where it was not told
     */
    public static boolean areLocalizers(Collection<? extends Collection<String>> imageTypes) {
        return imageTypes.stream().anyMatch(types -> !types.isEmpty())
                && imageTypes.stream().allMatch(types -> types.isEmpty() || types.contains(LOCALIZER_TYPE));
    }
}
