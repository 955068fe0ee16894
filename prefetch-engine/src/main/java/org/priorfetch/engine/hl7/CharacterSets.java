package org.priorfetch.engine.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.model.Message;

/**
 * The character sets of MSH-18 (HL7 table 0211).
 *
 * @param preset for messages that state none, or ASCII; null for UTF-8 where the bytes are UTF-8, and Latin-1 where they are not
 */
record CharacterSets(@Nullable Charset preset) {

    private static final Place STATED = Place.field("MSH", 18);
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("88591", "ISO-8859-1"),
            Map.entry("88592", "ISO-8859-2"), Map.entry("88593", "ISO-8859-3"), Map.entry("88594", "ISO-8859-4"),
            Map.entry("88595", "ISO-8859-5"), Map.entry("88596", "ISO-8859-6"), Map.entry("88597", "ISO-8859-7"),
            Map.entry("88598", "ISO-8859-8"), Map.entry("88599", "ISO-8859-9"), Map.entry("885915", "ISO-8859-15"),
            Map.entry("UNICODE", "UTF-8"), Map.entry("UNICODEUTF8", "UTF-8"), Map.entry("UTF8", "UTF-8"),
            Map.entry("ISOIR192", "UTF-8"), Map.entry("ISOIR100", "ISO-8859-1"), Map.entry("ISOIR101", "ISO-8859-2"),
            Map.entry("ISOIR109", "ISO-8859-3"), Map.entry("ISOIR110", "ISO-8859-4"),
            Map.entry("ISOIR144", "ISO-8859-5"), Map.entry("ISOIR127", "ISO-8859-6"),
            Map.entry("ISOIR126", "ISO-8859-7"), Map.entry("ISOIR138", "ISO-8859-8"),
            Map.entry("ISOIR148", "ISO-8859-9"), Map.entry("ISOIR13", "Shift_JIS"), Map.entry("ISOIR14", "Shift_JIS"),
            Map.entry("ISOIR87", "ISO-2022-JP-2"), Map.entry("ISOIR159", "ISO-2022-JP-2"),
            Map.entry("GB180302000", "GB18030"), Map.entry("GB18030", "GB18030"), Map.entry("KSX1001", "EUC-KR"),
            Map.entry("CNS116431992", "EUC-TW"), Map.entry("BIG5", "Big5"));
    private static final Set<String> PLAIN = Set.of("", "ASCII", "ISOIR6", "USASCII");
    private static final String SWITCHED_BY_ESCAPES = "ISO-2022-JP-2";

    /** The character set that goes by this name in HL7, DICOM or at IANA; empty when it is not known, or no message can be framed in it. */
    static Optional<Charset> named(String name) {
        String folded = name.toUpperCase(Locale.ROOT).replaceAll("[ _/-]", "");
        try {
            Charset known = Charset.forName(NAMES.getOrDefault(folded, name.strip()));
            return Optional.of(known).filter(CharacterSets::canBeFramed);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }

    /** Delimiters and frames are single bytes of ASCII. */
    private static boolean canBeFramed(Charset charset) {
        return charset.canEncode() && charset.encode("MSH|\r").equals(StandardCharsets.US_ASCII.encode("MSH|\r"));
    }

    String decode(MessageHeader header, byte[] content) throws MessageProblem {
        Charset stated = stated(header);
        if (stated != null) {
            return strictly(stated, content)
                    .orElseThrow(() -> MessageProblem.wrong(Condition.DATA_TYPE, STATED,
                            Message.of("hl7.notInCharset", stated.name())));
        }
        Charset fallback = preset == null ? StandardCharsets.UTF_8 : preset;
        return strictly(fallback, content).orElseGet(() -> new String(content, StandardCharsets.ISO_8859_1));
    }

    /** Null when the message states none, or ASCII, which no message with an umlaut means. */
    private static @Nullable Charset stated(MessageHeader header) throws MessageProblem {
        List<String> names = header.repetitions(18)
                .stream()
                .map(String::strip)
                .filter(name -> !PLAIN.contains(name.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "")))
                .toList();
        Charset first = null;
        for (String name : names) {
            Charset charset = named(name).orElseThrow(() -> MessageProblem.wrong(Condition.TABLE_VALUE, STATED,
                    Message.of("hl7.unknownCharset", shown(name))));
            if (charset.name().equals(SWITCHED_BY_ESCAPES)) {
                return charset;
            }
            first = first == null ? charset : first;
        }
        return first;
    }

    private static String shown(String name) {
        return name.replaceAll("[^ -~]", "?").substring(0, Math.min(20, name.length()));
    }

    private static Optional<String> strictly(Charset charset, byte[] content) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
