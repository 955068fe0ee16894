package org.priorfetch.engine.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Set;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.AttributeChanges;

/**
 * Applies changes to a header and keeps what was there before in the Original Attributes Sequence, PS3.3 C.12.1.1.9. The
 * character set is widened where the new values need it; where it cannot be, the value stays as it came.
 */
final class Coercion {

    private static final String REASON = "COERCE";
    private static final String LATIN_1 = "ISO_IR 100";
    private static final String UTF_8 = "ISO_IR 192";
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
        Attributes before = new Attributes();
        changes.replacements().forEach((keyword, value) -> replace(header, keyword, value, recodable, before));
        header.addOriginalAttributes(changes.sourceOfPreviousValues(), Date.from(changes.at()), REASON,
                changes.modifyingSystem(), before);
    }

    private static void replace(Attributes header, String keyword, String value, boolean recodable,
            Attributes before) {
        int tag = ElementDictionary.tagForKeyword(keyword, null);
        if (value.equals(header.getString(tag, "")) || !makeRoomFor(value, header, recodable)) {
            return;
        }
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
