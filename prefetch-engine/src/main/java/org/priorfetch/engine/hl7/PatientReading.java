package org.priorfetch.engine.hl7;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;

/** Who a message is about, in DICOM's terms. */
final class PatientReading {

    private static final int IDENTIFIERS = 3;
    private static final int NAMES = 5;
    private static final int BIRTH = 7;
    private static final int SEX = 8;
    private static final int EXTERNAL_ID = 2;
    private static final int LONGEST_GROUP = 64;
    /** Name types (table 0200) in the order in which they are preferred; what is not among them comes last. */
    private static final List<String> NAME_TYPES = List.of("L", "D", "", "U");
    /** Medical record number, patient internal identifier, patient number (table 0203). */
    private static final Set<String> OF_PATIENTS = Set.of("MR", "PI", "PT", "PN");
    private static final List<String> GROUPS = List.of("A", "I", "P");

    private final @Nullable String issuer;

    /** @param issuer the domain of the PACS, whose IDs are preferred; null when it has no name */
    PatientReading(@Nullable String issuer) {
        this.issuer = issuer;
    }

    /** Empty without a patient ID. */
    Optional<Patient> patient(Hl7Segment pid) {
        Optional<PatientKey> key = key(pid, IDENTIFIERS).or(() -> key(pid, EXTERNAL_ID));
        return key.map(known -> new Patient(known, name(pid), Hl7Times.date(pid.value(BIRTH)), sex(pid.value(SEX))));
    }

    PatientTraits traits(Hl7Segment pid) {
        return TraitsReading.traits(pid, key(pid, IDENTIFIERS), (segment, repetition) -> key(segment, IDENTIFIERS,
                repetition));
    }

    /** The patient that an ID of the PACS's domain names, else the first one of a patient at all. */
    Optional<PatientKey> key(Hl7Segment segment, int field) {
        List<Integer> present = IntStream.range(0, segment.repetitions(field))
                .filter(repetition -> !segment.value(field, repetition, 1, 1).isEmpty())
                .boxed()
                .toList();
        return present.stream()
                .filter(repetition -> isOurs(segment, field, repetition))
                .findFirst()
                .or(() -> present.stream()
                        .filter(repetition -> OF_PATIENTS.contains(segment.value(field, repetition, 5, 1)))
                        .findFirst())
                .or(() -> present.stream().findFirst())
                .map(repetition -> key(segment, field, repetition));
    }

    private PatientKey key(Hl7Segment segment, int field, int repetition) {
        return new PatientKey(segment.value(field, repetition, 1, 1), issuer(segment, field, repetition));
    }

    private boolean isOurs(Hl7Segment segment, int field, int repetition) {
        return issuer != null && (folded(issuer).equals(folded(segment.value(field, repetition, 4, 1)))
                || folded(issuer).equals(folded(segment.value(field, repetition, 4, 2))));
    }

    /** The assigning authority: its name, else its unique ID; written as the site writes it where it is the PACS's. */
    private @Nullable String issuer(Hl7Segment segment, int field, int repetition) {
        if (isOurs(segment, field, repetition)) {
            return issuer;
        }
        return Stream.of(segment.value(field, repetition, 4, 1), segment.value(field, repetition, 4, 2))
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String folded(String issuer) {
        return issuer.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    /** The alphabetic, ideographic and phonetic writing of one name, as groups of a DICOM person name (PS3.5 6.2.1). */
    private static String name(Hl7Segment pid) {
        List<Integer> all = IntStream.range(0, pid.repetitions(NAMES)).boxed().toList();
        String type = all.stream()
                .filter(repetition -> !personName(pid, NAMES, repetition).isEmpty())
                .map(repetition -> pid.value(NAMES, repetition, 7, 1))
                .min((a, b) -> Integer.compare(rank(a), rank(b)))
                .orElse("");
        String[] groups = {"", "", ""};
        all.stream().filter(repetition -> pid.value(NAMES, repetition, 7, 1).equals(type)).forEach(repetition -> {
            int group = Math.max(0, GROUPS.indexOf(pid.value(NAMES, repetition, 8, 1)));
            groups[group] = groups[group].isEmpty() ? personName(pid, NAMES, repetition) : groups[group];
        });
        return trimmed(String.join("=", groups), '=');
    }

    private static int rank(String type) {
        int place = NAME_TYPES.indexOf(type);
        return place < 0 ? NAME_TYPES.size() : place;
    }

    /** HL7: family, given, further, suffix, prefix, degree. DICOM: family, given, middle, prefix, suffix. */
    static String personName(Hl7Segment segment, int field, int repetition) {
        return personName(
                IntStream.rangeClosed(1, 6).mapToObj(one -> segment.value(field, repetition, one, 1)).toList());
    }

    /** @param parts family, given, further, suffix, prefix, degree */
    static String personName(List<String> parts) {
        List<String> clean = parts.stream().map(PatientReading::withoutDelimiters).toList();
        String suffix = Stream.of(clean.get(3), clean.get(5))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String whole = trimmed(String.join("^", clean.get(0), clean.get(1), clean.get(2), clean.get(4), suffix), '^');
        return whole.length() <= LONGEST_GROUP ? whole
                : trimmed(whole.substring(0,
                        whole.offsetByCodePoints(0, Math.min(LONGEST_GROUP, whole.codePointCount(0, whole.length())))),
                        '^');
    }

    private static String withoutDelimiters(String part) {
        return part.replaceAll("[\\\\^=]", " ").strip();
    }

    private static String trimmed(String text, char delimiter) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == delimiter) {
            end--;
        }
        return text.substring(0, end);
    }

    private static Sex sex(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return Arrays.asList("A", "O").contains(upper) ? Sex.O : Sex.of(upper);
    }
}
