package org.priorfetch.engine.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One attribute that was replaced in a study on its way into the PACS.
 *
 * @param keyword PS3.6, or a {@link PrivateElement} as it is written
 * @param before empty when it was; null when not recorded
 * @param after empty when it was emptied; null when not recorded
 */
public record AttributeChange(String keyword, @Nullable String before, @Nullable String after)
        implements Comparable<AttributeChange> {

    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<AttributeChange> ORDER = Comparator.comparing(AttributeChange::keyword)
            .thenComparing(AttributeChange::before, TEXT)
            .thenComparing(AttributeChange::after, TEXT);

    /** A change of which nothing but the attribute was recorded. */
    public static AttributeChange of(String keyword) {
        return new AttributeChange(keyword, null, null);
    }

    /** What the replacements change in an instance. */
    public static List<AttributeChange> in(InstanceHeader original, AttributeChanges changes) {
        Stream<AttributeChange> values = changes.replacements()
                .entrySet()
                .stream()
                .map(change -> new AttributeChange(change.getKey(), value(original, change.getKey()),
                        change.getValue()));
        Stream<AttributeChange> sequences = changes.sequences()
                .stream()
                .map(change -> new AttributeChange(change.keyword(), items(original.facts(), change.keyword()),
                        change.text()));
        return Stream.concat(values, sequences).toList();
    }

    private static @Nullable String value(InstanceHeader header, String keyword) {
        Patient patient = header.patient();
        return switch (keyword) {
            case "PatientID" -> patient.key().patientId();
            case "IssuerOfPatientID" -> orEmpty(patient.key().issuerOfPatientId());
            case "PatientName" -> patient.patientName();
            case "PatientBirthDate" -> DicomText.da(patient.patientBirthDate());
            case "PatientSex" -> patient.patientSex().code();
            case "AccessionNumber" -> header.accessionNumber();
            default -> header.facts().equals(HeaderFacts.NONE) || PrivateElement.parse(keyword).isPresent() ? null
                    : header.facts().text(keyword);
        };
    }

    private static @Nullable String items(HeaderFacts facts, String keyword) {
        return facts.equals(HeaderFacts.NONE) ? null : facts.items(keyword);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public int compareTo(AttributeChange other) {
        return ORDER.compare(this, other);
    }
}
