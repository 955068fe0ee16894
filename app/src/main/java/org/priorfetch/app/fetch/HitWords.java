package org.priorfetch.app.fetch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.ArchiveStudy;

/** What the columns say of a row, and the orders that follow from it for rows under the same one. */
final class HitWords {

    private final OrderBook orders;
    private final Comparison comparison;
    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;

    HitWords(OrderBook orders, Comparison comparison, Texts texts, Formats formats, Privacy privacy) {
        this.orders = orders;
        this.comparison = comparison;
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
    }

    /** In the order of what is said of them. */
    static Comparator<Hit> by(Function<Hit, String> words) {
        return Comparator.comparing(words, String.CASE_INSENSITIVE_ORDER);
    }

    static Comparator<Hit> byCount() {
        return Comparator.comparingInt(HitWords::count);
    }

    /** Patients by name, studies by when they were made, series by number. */
    Comparator<Hit> byFirst() {
        return Comparator.comparing(HitWords::time)
                .thenComparingInt(HitWords::number)
                .thenComparing(by(this::first));
    }

    /** What stands in the column with the boxes. */
    String first(Hit hit) {
        return switch (hit) {
            case Hit.OfPatient patient -> privacy.name(patient.patient());
            case Hit.OfStudy study -> made(study.study());
            case Hit.OfSeries series -> texts.get("fetch.series.number", series.series().seriesNumber());
            case Hit.Remark remark -> remark.words();
        };
    }

    private String made(ArchiveStudy study) {
        LocalDate date = study.studyDate();
        LocalTime time = study.studyTime();
        String day = date == null ? texts.get("fetch.undated") : formats.date(date);
        return time == null ? day : day + " · " + time.withSecond(0).withNano(0);
    }

    static String modality(Hit hit) {
        return switch (hit) {
            case Hit.OfStudy study -> String.join(" ", study.study().modalities());
            case Hit.OfSeries series -> series.series().modality();
            case Hit.OfPatient _,Hit.Remark _ -> "";
        };
    }

    String description(Hit hit) {
        return switch (hit) {
            case Hit.OfPatient patient -> comparison.inShort(patient.patient());
            case Hit.OfStudy study -> study.study().studyDescription().isBlank() ? texts.get("fetch.untitled")
                    : study.study().studyDescription();
            case Hit.OfSeries series -> String.join(" ", series.series().seriesDescription(),
                    series.series().bodyPartExamined()).strip();
            case Hit.Remark _ -> "";
        };
    }

    String images(Hit hit) {
        int count = count(hit);
        return count < 0 ? "" : formats.count(count);
    }

    /** What became of it; or where it is already. */
    String state(Hit hit) {
        if (!(hit instanceof Hit.OfStudy study)) {
            return "";
        }
        Optional<OrderLine> order = orders.of(study);
        if (order.isPresent()) {
            return state(order.get());
        }
        return study.presence() == Presence.ABSENT ? availability(study.study())
                : texts.get("fetch.presence", study.presence());
    }

    /** Said only where it keeps anybody waiting. */
    private String availability(ArchiveStudy study) {
        return switch (study.availability()) {
            case NEARLINE, OFFLINE, UNAVAILABLE -> texts.get("fetch.availability", study.availability());
            case ONLINE, UNKNOWN -> "";
        };
    }

    static String state(OrderLine line) {
        return line.note().isEmpty() ? line.state() : line.state() + ": " + line.note();
    }

    String archives(Hit hit) {
        if (!(hit instanceof Hit.OfStudy study)) {
            return "";
        }
        return study.isFetchable() ? String.join(", ", study.archives()) : texts.get("common.pacs");
    }

    static String accession(Hit hit) {
        return hit instanceof Hit.OfStudy study ? study.study().accessionNumber() : "";
    }

    private static int count(Hit hit) {
        return switch (hit) {
            case Hit.OfStudy study -> study.study().instances();
            case Hit.OfSeries series -> series.series().instances();
            case Hit.OfPatient _,Hit.Remark _ -> -1;
        };
    }

    private static LocalDateTime time(Hit hit) {
        if (!(hit instanceof Hit.OfStudy study)) {
            return LocalDateTime.MIN;
        }
        LocalTime time = Objects.requireNonNullElse(study.study().studyTime(), LocalTime.MIN);
        return Objects.requireNonNullElse(study.study().studyDate(), LocalDate.MIN).atTime(time);
    }

    /** As archives count their series; what is no number goes by its letters. */
    private static int number(Hit hit) {
        String digits = hit instanceof Hit.OfSeries series ? series.series().seriesNumber().strip() : "";
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
