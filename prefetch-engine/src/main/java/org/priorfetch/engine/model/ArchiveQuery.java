package org.priorfetch.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a person searches the archives for. Empty texts and null dates are left open. Texts may hold the wild cards {@code *}
 * and {@code ?} (PS3.4 C.2.2.2.4); dates are exact, or a range with either end open.
 *
 * @param patientName as people type it: {@code Meier*}, {@code Meier, Anna}, {@code Anna Meier}, {@code MEIER^ANNA}
 * @param studyFrom first day, inclusive
 * @param studyTo last day, inclusive
 * @param modality one of the study's modalities, such as {@code CT}
 * @param studyDescription a part of it
 */
public record ArchiveQuery(String patientName, String patientId, @Nullable LocalDate patientBirthDate,
        String accessionNumber, @Nullable LocalDate studyFrom, @Nullable LocalDate studyTo, String modality,
        String studyDescription) {

    private static final int LONGEST = 64;
    private static final int LONGEST_CODE = 16;
    private static final Pattern NOT_A_CODE = Pattern.compile("[^A-Z0-9_ ]");
    private static final Pattern WILD_CARDS = Pattern.compile("[*?\\s^=,]+");

    public ArchiveQuery {
        patientName = patientName.strip();
        patientId = patientId.strip();
        accessionNumber = accessionNumber.strip();
        modality = modality.strip().toUpperCase(Locale.ROOT);
        studyDescription = studyDescription.strip();
    }

    /** Why no archive may be asked this; null when it may. */
    public @Nullable Message problem() {
        if (Stream.of(patientName, patientId, accessionNumber, studyDescription).anyMatch(ArchiveQuery::isUnsendable)
                || modality.length() > LONGEST_CODE || NOT_A_CODE.matcher(modality).find()) {
            return Message.of("archive.unsendable");
        }
        if (studyFrom != null && studyTo != null && studyFrom.isAfter(studyTo)) {
            return Message.of("archive.datesReversed");
        }
        boolean narrow = patientBirthDate != null
                || Stream.of(patientName, patientId, accessionNumber, studyDescription).anyMatch(ArchiveQuery::says);
        return narrow ? null : Message.of("archive.tooWide");
    }

    /** A backslash separates values, and control characters are no text (PS3.5 6.2). */
    private static boolean isUnsendable(String text) {
        return text.length() > LONGEST || text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean says(String text) {
        return !WILD_CARDS.matcher(text).replaceAll("").isEmpty();
    }

    /** Values to match Patient's Name (0010,0010) with, one query for each; empty when it is left open. */
    public List<String> namePatterns() {
        return NamePatterns.of(patientName);
    }

    /** A value to match Study Description (0008,1030) with: what was typed may stand anywhere in it. */
    public String descriptionPattern() {
        boolean plain = !studyDescription.isEmpty() && studyDescription.indexOf('*') < 0
                && studyDescription.indexOf('?') < 0;
        return plain ? "*" + studyDescription + "*" : studyDescription;
    }

    /** A value to match Study Date (0008,0020) with; empty when it is left open. */
    public String studyDates() {
        return studyFrom == null && studyTo == null ? ""
                : DicomText.range(studyFrom, studyTo);
    }

    /**
     * Whether the study fits as far as it is known. An archive may leave optional keys out of account, and then returns
     * more than it was asked for (PS3.4 C.2.2.1.3).
     */
    public boolean admits(ArchiveStudy study) {
        LocalDate born = study.patient().patientBirthDate();
        boolean fitsBirth = patientBirthDate == null || born == null || born.equals(patientBirthDate);
        boolean fitsModality = modality.isEmpty() || study.modalities().isEmpty()
                || study.modalities().contains(modality);
        return fitsBirth && fitsModality && isInRange(study.studyDate()) && isDescribed(study.studyDescription());
    }

    private boolean isInRange(@Nullable LocalDate date) {
        return date == null || ((studyFrom == null || !date.isBefore(studyFrom))
                && (studyTo == null || !date.isAfter(studyTo)));
    }

    private boolean isDescribed(String description) {
        return studyDescription.isEmpty() || description.isEmpty()
                || Pattern.compile(regex(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(description)
                        .find();
    }

    private String regex() {
        return studyDescription.codePoints().mapToObj(letter -> switch (letter) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(letter));
        }).reduce("", String::concat);
    }

    /** Names stay out of logs. */
    @Override
    public String toString() {
        return "ArchiveQuery";
    }
}
