package org.priorfetch.engine.dicomweb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;

/** One match of a query, in the DICOM JSON Model (PS3.18 Annex F). What is missing is unknown, never an error. */
record Match(JsonNode attributes) {

    private JsonNode values(Attribute attribute) {
        return attributes.path(attribute.tag()).path("Value");
    }

    String text(Attribute attribute) {
        return text(values(attribute).path(0));
    }

    private static String text(JsonNode value) {
        return (value.isObject() ? name(value) : value.asText("")).strip();
    }

    /** The three groups of a name (PS3.5 6.2.1.2), as DIMSE has them in one value. */
    private static String name(JsonNode value) {
        StringJoiner groups = new StringJoiner("=");
        groups.add(value.path("Alphabetic").asText(""));
        groups.add(value.path("Ideographic").asText(""));
        groups.add(value.path("Phonetic").asText(""));
        return groups.toString().replaceAll("=+$", "");
    }

    SortedSet<String> texts(Attribute attribute) {
        SortedSet<String> texts = new TreeSet<>();
        values(attribute).forEach(value -> texts.add(text(value)));
        texts.remove("");
        return texts;
    }

    /** Negative when it is not stated. */
    int count(Attribute attribute) {
        String number = text(attribute);
        try {
            return number.isEmpty() ? -1 : Integer.parseInt(number);
        } catch (NumberFormatException unreadable) {
            return -1;
        }
    }

    /** The items of a code sequence that state a value. */
    Set<CodedTerm> codes(Attribute sequence) {
        Set<CodedTerm> codes = new LinkedHashSet<>();
        for (JsonNode node : values(sequence)) {
            Match item = new Match(node);
            String shortValue = item.text(Attribute.CODE_VALUE);
            String value = shortValue.isEmpty() ? item.text(Attribute.LONG_CODE_VALUE) : shortValue;
            if (!value.isEmpty()) {
                codes.add(new CodedTerm(value, item.text(Attribute.CODING_SCHEME_DESIGNATOR),
                        item.text(Attribute.CODE_MEANING)));
            }
        }
        return codes;
    }

    Patient patient() {
        return new Patient(key(), text(Attribute.PATIENT_NAME), DicomText.date(text(Attribute.PATIENT_BIRTH_DATE)),
                Sex.of(text(Attribute.PATIENT_SEX)));
    }

    private PatientKey key() {
        return new PatientKey(text(Attribute.PATIENT_ID), orNull(text(Attribute.ISSUER_OF_PATIENT_ID)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    ArchiveSeries series() {
        return new ArchiveSeries(text(Attribute.SERIES_INSTANCE_UID), text(Attribute.SERIES_NUMBER),
                text(Attribute.MODALITY), text(Attribute.SERIES_DESCRIPTION), text(Attribute.BODY_PART_EXAMINED),
                count(Attribute.NUMBER_OF_SERIES_RELATED_INSTANCES));
    }

    PatientTraits traits() {
        Set<PatientKey> otherIds = new LinkedHashSet<>();
        for (JsonNode item : values(Attribute.OTHER_PATIENT_IDS_SEQUENCE)) {
            PatientKey key = new Match(item).key();
            if (!key.patientId().isEmpty() && key.issuerOfPatientId() != null) {
                otherIds.add(key);
            }
        }
        PatientTraits traits = new PatientTraits(otherIds, text(Attribute.PATIENT_ADDRESS),
                texts(Attribute.PATIENT_TELEPHONE_NUMBERS), text(Attribute.PATIENT_MOTHER_BIRTH_NAME),
                text(Attribute.CONFIDENTIALITY));
        return traits.equals(PatientTraits.NONE) ? PatientTraits.NONE : traits;
    }
}
