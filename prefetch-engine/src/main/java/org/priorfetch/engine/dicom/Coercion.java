package org.priorfetch.engine.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.PrivateElement;
import org.priorfetch.engine.model.SequenceChange;

/**
 * Applies changes to a header and keeps what was there before in the Original Attributes Sequence, PS3.3 C.12.1.1.9. The
 * character set is widened where the new values need it; where it cannot be, the value stays as it came.
 */
final class Coercion {

    private static final String REASON = "COERCE";
    private static final String LATIN_1 = "ISO_IR 100";
    private static final String UTF_8 = "ISO_IR 192";
    private static final int ATTRIBUTES_OF_AN_ENTRY = 5;
    private static final Set<String> ASCII = Set.of("", "ISO_IR 6", "ISO 2022 IR 6");

    private Coercion() {}

    /**
     * @param recodable whether no text follows the header, so that its character set may be changed; one that was not
     *         declared can always be, because what follows is then ASCII
     */
    static void apply(Attributes header, AttributeChanges changes, boolean recodable) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, String> replacements = new TreeMap<>(changes.replacements());
        replacements.entrySet()
                .removeIf(change -> isAlready(header, change.getKey(), change.getValue())
                        || !isWritable(header, change.getKey())
                        || !makeRoomFor(change.getValue(), header, recodable));
        List<SequenceChange> sequences = changes.sequences()
                .stream()
                .map(change -> withoutWhatIsThere(header, change))
                .filter(change -> !isAlready(header, change) && hasRoomFor(change, header, recodable))
                .toList();
        Attributes before = new Attributes(header.bigEndian(), changes.replacements().size()); // filled when the character set is settled, so that it means the same
        replacements.forEach((keyword, value) -> PrivateElement.parse(keyword)
                .ifPresentOrElse(element -> PrivateValues.replace(header, element, value, before),
                        () -> replace(header, keyword, value, before)));
        sequences.forEach(change -> replace(header, change, before));
        if (!before.isEmpty()) {
            addOriginalAttributes(header, changes, before);
        }
    }

    /** An entry of the Original Attributes Sequence (PS3.3 C.12.1.1.9), in the byte order of the header. */
    private static void addOriginalAttributes(Attributes header, AttributeChanges changes, Attributes before) {
        Attributes entry = new Attributes(header.bigEndian(), ATTRIBUTES_OF_AN_ENTRY);
        entry.newSequence(Tag.ModifiedAttributesSequence, 1).add(before);
        entry.setDate(Tag.AttributeModificationDateTime, VR.DT, Date.from(changes.at()));
        entry.setString(Tag.ModifyingSystem, VR.LO, changes.modifyingSystem());
        entry.setString(Tag.SourceOfPreviousValues, VR.LO, changes.sourceOfPreviousValues());
        entry.setString(Tag.ReasonForTheAttributeModification, VR.CS, REASON);
        header.ensureSequence(Tag.OriginalAttributesSequence, 1).add(entry);
    }

    private static boolean isAlready(Attributes header, String keyword, String value) {
        return value.equals(PrivateElement.parse(keyword)
                .map(element -> PrivateValues.text(header, element))
                .orElseGet(() -> header.getString(tag(keyword), "")));
    }

    private static boolean isWritable(Attributes header, String keyword) {
        return PrivateElement.parse(keyword).map(element -> PrivateValues.isWritable(header, element)).orElse(true);
    }

    private static void replace(Attributes header, String keyword, String value, Attributes before) {
        int tag = tag(keyword);
        if (header.containsValue(tag)) {
            before.addSelected(header, tag);
        }
        VR vr = ElementDictionary.vrOf(tag, null);
        if (value.isEmpty()) {
            header.setNull(tag, vr);
        } else {
            header.setString(tag, vr, value);
        }
    }

    /** Where items are added, only those that are not there yet. */
    private static SequenceChange withoutWhatIsThere(Attributes header, SequenceChange change) {
        return change.adding() ? new SequenceChange(change.keyword(), true, change.items()
                .stream()
                .filter(item -> items(header, change).stream().noneMatch(there -> states(there, item)))
                .toList()) : change;
    }

    private static boolean isAlready(Attributes header, SequenceChange change) {
        List<Attributes> there = items(header, change);
        return change.adding() ? change.items().isEmpty()
                : there.size() == change.items().size() && IntStream.range(0, there.size())
                        .allMatch(at -> states(there.get(at), change.items().get(at)));
    }

    /** What kind of ID it is makes no other ID of it. */
    private static boolean states(Attributes item, SortedMap<String, String> wanted) {
        return wanted.entrySet()
                .stream()
                .filter(value -> !value.getKey().equals("TypeOfPatientID"))
                .allMatch(value -> value.getValue().equals(DatasetValues.text(item, tag(value.getKey()))));
    }

    private static boolean hasRoomFor(SequenceChange change, Attributes header, boolean recodable) {
        return change.items()
                .stream()
                .flatMap(item -> item.values().stream())
                .allMatch(value -> makeRoomFor(value, header, recodable));
    }

    private static void replace(Attributes header, SequenceChange change, Attributes before) {
        int tag = tag(change.keyword());
        boolean filled = !items(header, change).isEmpty();
        if (filled) {
            before.addSelected(header, tag);
        }
        if (!filled || !change.adding()) {
            header.remove(tag);
        }
        if (!change.items().isEmpty()) {
            Sequence there = header.getSequence(tag);
            Sequence sequence = there == null ? header.newSequence(tag, change.items().size()) : there;
            change.items().forEach(item -> sequence.add(item(item, header.bigEndian())));
        }
    }

    private static List<Attributes> items(Attributes header, SequenceChange change) {
        Sequence items = header.getSequence(tag(change.keyword()));
        return items == null ? List.of() : items;
    }

    private static Attributes item(SortedMap<String, String> values, boolean bigEndian) {
        Attributes item = new Attributes(bigEndian, values.size());
        values.forEach((keyword, value) -> item.setString(tag(keyword), ElementDictionary.vrOf(tag(keyword), null),
                value));
        return item;
    }

    private static int tag(String keyword) {
        return ElementDictionary.tagForKeyword(keyword, null);
    }

    private static boolean makeRoomFor(String value, Attributes header, boolean recodable) {
        boolean undeclared = !header.containsValue(Tag.SpecificCharacterSet);
        if (undeclared ? isAscii(value) : canEncode(header, value)) {
            return true;
        }
        boolean widened = recodable || undeclared;
        if (widened) {
            boolean latin = undeclared && StandardCharsets.ISO_8859_1.newEncoder().canEncode(value);
            header.setSpecificCharacterSet(latin ? LATIN_1 : UTF_8);
        }
        return widened;
    }

    private static boolean isAscii(String value) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(value);
    }

    /** The toolkit takes Latin-1 for what has no name, which others read as ASCII (PS3.3 C.12.1.1.2). */
    private static boolean canEncode(Attributes header, String value) {
        String first = DatasetValues.text(header, Tag.SpecificCharacterSet);
        if (ASCII.contains(first) && value.chars().anyMatch(Coercion::isUpperHalfOfLatin1)) {
            return false;
        }
        SpecificCharacterSet characterSet = header.getSpecificCharacterSet();
        return value.equals(characterSet.decode(characterSet.encode(value, "^=\\")));
    }

    private static boolean isUpperHalfOfLatin1(int character) {
        return character >= 0x80 && character <= 0xff;
    }
}
