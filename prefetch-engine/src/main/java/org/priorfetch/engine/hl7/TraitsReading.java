package org.priorfetch.engine.hl7;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;

/** What a PID says of a patient beside ID, name, birth date and sex: it helps to recognise a person under another ID. */
final class TraitsReading {

    private static final int IDENTIFIERS = 3;
    private static final int MOTHERS_NAME = 6;
    private static final int ADDRESS = 11;
    private static final int HOME_PHONE = 13;
    private static final int BUSINESS_PHONE = 14;
    /** Street, further designation, city, state, postal code (XAD). */
    private static final List<Integer> ADDRESS_PARTS = List.of(1, 2, 3, 4, 5);

    private TraitsReading() {}

    /** @param keys the patient ID of a repetition of PID-3, with its issuer */
    static PatientTraits traits(Hl7Segment pid, Optional<PatientKey> own,
            BiFunction<Hl7Segment, Integer, PatientKey> keys) {
        Set<PatientKey> others = repetitions(pid, IDENTIFIERS).map(repetition -> keys.apply(pid, repetition))
                .filter(key -> !key.patientId().isEmpty() && key.issuerOfPatientId() != null)
                .filter(key -> !key.equals(own.orElse(null)))
                .collect(Collectors.toSet());
        PatientTraits traits = new PatientTraits(others, address(pid),
                Stream.of(HOME_PHONE, BUSINESS_PHONE).flatMap(field -> phones(pid, field)).collect(Collectors.toSet()),
                PatientReading.personName(pid, MOTHERS_NAME, 0), "");
        return traits.equals(PatientTraits.NONE) ? PatientTraits.NONE : traits;
    }

    private static String address(Hl7Segment pid) {
        return ADDRESS_PARTS.stream()
                .map(part -> pid.value(ADDRESS, part))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** As one text, or unformatted, or in parts: country, area and local number (XTN). Electronic addresses are none. */
    private static Stream<String> phones(Hl7Segment pid, int field) {
        return repetitions(pid, field)
                .map(repetition -> Stream
                        .of(pid.value(field, repetition, 1, 1), pid.value(field, repetition, 12, 1),
                                IntStream.of(5, 6, 7)
                                        .mapToObj(part -> pid.value(field, repetition, part, 1))
                                        .collect(Collectors.joining()))
                        .filter(Predicate.not(String::isEmpty))
                        .findFirst()
                        .orElse(""))
                .filter(Predicate.not(String::isEmpty));
    }

    private static Stream<Integer> repetitions(Hl7Segment pid, int field) {
        return IntStream.range(0, pid.repetitions(field)).boxed();
    }
}
