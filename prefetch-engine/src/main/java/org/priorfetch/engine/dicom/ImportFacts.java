package org.priorfetch.engine.dicom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.HeaderFacts;
import org.priorfetch.engine.model.MarkableAttribute;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.SequenceChange;

/** What the rules of import may look at, or change, in a data set. */
final class ImportFacts {

    private record Named(int tag, String keyword) {}

    private static final List<Named> TEXTS = MarkableAttribute.all()
            .stream()
            .map(attribute -> new Named(Integer.parseUnsignedInt(attribute.tag(), 16), attribute.keyword()))
            .toList();

    private ImportFacts() {}

    static HeaderFacts of(Attributes data) {
        Map<String, String> texts = new HashMap<>();
        for (Named attribute : TEXTS) {
            put(texts, attribute.keyword(), DatasetValues.text(data, attribute.tag()));
        }
        put(texts, "Modality", DatasetValues.text(data, Tag.Modality));
        Map<String, List<CodedTerm>> codes = new HashMap<>();
        putCodes(codes, "ProcedureCodeSequence", data, Tag.ProcedureCodeSequence);
        putCodes(codes, "AnatomicRegionSequence", data, Tag.AnatomicRegionSequence);
        Map<String, String> others = new HashMap<>();
        put(others, "OtherPatientIDsSequence", otherIds(data));
        put(others, "IssuerOfAccessionNumberSequence", issuers(data));
        return new HeaderFacts(texts, codes, others);
    }

    private static void put(Map<String, String> map, String keyword, String value) {
        if (!value.isEmpty()) {
            map.put(keyword, value);
        }
    }

    private static void putCodes(Map<String, List<CodedTerm>> map, String keyword, Attributes data, int tag) {
        List<CodedTerm> codes = List.copyOf(DatasetValues.codes(data, tag));
        if (!codes.isEmpty()) {
            map.put(keyword, codes);
        }
    }

    private static String otherIds(Attributes data) {
        return items(data, Tag.OtherPatientIDsSequence).stream()
                .map(item -> SequenceChange.text(new PatientKey(DatasetValues.text(item, Tag.PatientID),
                        DatasetValues.textOrNull(item, Tag.IssuerOfPatientID))))
                .collect(Collectors.joining(", "));
    }

    private static String issuers(Attributes data) {
        return items(data, Tag.IssuerOfAccessionNumberSequence).stream()
                .map(item -> DatasetValues.text(item, item.containsValue(Tag.LocalNamespaceEntityID)
                        ? Tag.LocalNamespaceEntityID
                        : Tag.UniversalEntityID))
                .map(issuer -> issuer.isEmpty() ? "-" : issuer)
                .collect(Collectors.joining(", "));
    }

    private static List<Attributes> items(Attributes data, int tag) {
        Sequence items = data.getSequence(tag);
        return items == null ? List.of() : List.copyOf(items);
    }
}
