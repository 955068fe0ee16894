package org.priorfetch.engine.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What becomes of a sequence of an instance on its way in.
 *
 * @param keyword PS3.6
 * @param adding whether the items are added to those that are there; else they take their place
 * @param items PS3.6 keyword to value; none to remove the sequence
 */
public record SequenceChange(String keyword, boolean adding, List<SortedMap<String, String>> items) {

    private static final int LONGEST_CODE_VALUE = 16;

    public SequenceChange {
        items = items.stream()
                .<SortedMap<String, String>>map(item -> Collections.unmodifiableSortedMap(new TreeMap<>(item)))
                .toList();
    }

    public static SequenceChange removing(String keyword) {
        return new SequenceChange(keyword, false, List.of());
    }

    /** The code alone, as PS3.3 8.8 writes it. */
    public static SequenceChange toCode(String keyword, CodedTerm code) {
        SortedMap<String, String> item = new TreeMap<>();
        item.put(code.value().length() > LONGEST_CODE_VALUE ? "LongCodeValue" : "CodeValue", code.value());
        item.put("CodingSchemeDesignator", code.scheme());
        item.put("CodeMeaning", code.meaning());
        return new SequenceChange(keyword, false, List.of(item));
    }

    /** One more ID of the patient, PS3.3 C.7.1.1. */
    public static SequenceChange toOtherId(PatientKey key) {
        SortedMap<String, String> item = new TreeMap<>();
        item.put("PatientID", key.patientId());
        item.put("TypeOfPatientID", "TEXT");
        String issuer = key.issuerOfPatientId();
        if (issuer != null) {
            item.put("IssuerOfPatientID", issuer);
        }
        return new SequenceChange("OtherPatientIDsSequence", true, List.of(item));
    }

    /** The items for people, in one line. */
    public String text() {
        return items.stream().map(SequenceChange::text).collect(Collectors.joining(", "));
    }

    private static String text(Map<String, String> item) {
        return item.containsKey("CodeMeaning")
                ? text(new CodedTerm(item.getOrDefault("CodeValue", item.getOrDefault("LongCodeValue", "")),
                        item.getOrDefault("CodingSchemeDesignator", ""), item.getOrDefault("CodeMeaning", "")))
                : text(new PatientKey(item.getOrDefault("PatientID", ""), item.get("IssuerOfPatientID")));
    }

    static String text(CodedTerm code) {
        return code.value() + "^" + code.scheme() + "^" + code.meaning();
    }

    /** An ID with its issuer, as HL7 writes it. */
    public static String text(PatientKey key) {
        return key.issuerOfPatientId() == null ? key.patientId() : key.patientId() + "^^^" + key.issuerOfPatientId();
    }
}
