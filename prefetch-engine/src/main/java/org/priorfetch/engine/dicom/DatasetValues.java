package org.priorfetch.engine.dicom;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;

/** Values of a data set as model types. What is missing or unreadable is unknown, never an error. */
final class DatasetValues {

    private DatasetValues() {}

    static String text(Attributes data, int tag) {
        String value = data.getString(tag);
        return value == null ? "" : value.strip();
    }

    static @Nullable String textOrNull(Attributes data, int tag) {
        String value = text(data, tag);
        return value.isEmpty() ? null : value;
    }

    static SortedSet<String> texts(Attributes data, int tag) {
        SortedSet<String> values = new TreeSet<>();
        String[] strings = data.getStrings(tag);
        for (String value : strings == null ? new String[0] : strings) {
            if (value != null && !value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    static @Nullable LocalDate date(Attributes data, int tag) {
        return DicomText.date(text(data, tag));
    }

    static @Nullable LocalTime time(Attributes data, int tag) {
        return DicomText.time(text(data, tag));
    }

    /** The items of a code sequence (PS3.3 8.8) that state a value. */
    static Set<CodedTerm> codes(Attributes data, int tag) {
        Set<CodedTerm> codes = new LinkedHashSet<>();
        Sequence items = data.getSequence(tag);
        for (Attributes item : items == null ? List.<Attributes>of() : items) {
            String value = text(item, item.containsValue(Tag.LongCodeValue) ? Tag.LongCodeValue : Tag.CodeValue);
            if (!value.isEmpty()) {
                codes.add(new CodedTerm(value, text(item, Tag.CodingSchemeDesignator), text(item, Tag.CodeMeaning)));
            }
        }
        return codes;
    }

    static Patient patient(Attributes data) {
        return new Patient(
                new PatientKey(text(data, Tag.PatientID), textOrNull(data, Tag.IssuerOfPatientID)),
                text(data, Tag.PatientName), date(data, Tag.PatientBirthDate), Sex.of(data.getString(Tag.PatientSex)));
    }

    static PatientTraits traits(Attributes data) {
        PatientTraits traits = new PatientTraits(otherIds(data), text(data, Tag.PatientAddress),
                texts(data, Tag.PatientTelephoneNumbers), text(data, Tag.PatientMotherBirthName),
                confidentiality(data));
        return traits.equals(PatientTraits.NONE) ? PatientTraits.NONE : traits;
    }

    /** Of the patient; else of the order, as older worklists state it. */
    private static String confidentiality(Attributes data) {
        String ofPatient = text(data, Tag.ConfidentialityConstraintOnPatientDataDescription);
        return ofPatient.isEmpty() ? text(data, Tag.ConfidentialityCode) : ofPatient;
    }

    private static Set<PatientKey> otherIds(Attributes data) {
        Sequence items = data.getSequence(Tag.OtherPatientIDsSequence);
        Set<PatientKey> ids = new HashSet<>();
        for (Attributes item : items == null ? List.<Attributes>of() : items) {
            PatientKey key = new PatientKey(text(item, Tag.PatientID), textOrNull(item, Tag.IssuerOfPatientID));
            if (!key.patientId().isEmpty() && key.issuerOfPatientId() != null) {
                ids.add(key);
            }
        }
        return ids;
    }

    static InstanceHeader instanceHeader(Attributes data) {
        InstanceRef instance = new InstanceRef(text(data, Tag.SOPInstanceUID), text(data, Tag.SOPClassUID),
                text(data, Tag.SeriesInstanceUID));
        return new InstanceHeader(instance, text(data, Tag.StudyInstanceUID), patient(data),
                text(data, Tag.AccessionNumber), traits(data), ImportFacts.of(data));
    }
}
