package org.priorfetch.engine.hl7;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first segment (MSH) as it came, one character for each byte: read before anything is known of the character set, and given
 * back in answers as it was.
 *
 * @param separator between fields
 * @param encoding the characters of MSH-2: component, repetition, escape, subcomponent
 * @param fields MSH-1 first
 */
record MessageHeader(char separator, String encoding, List<String> fields) {

    /** For answers to what has no header. */
    static final MessageHeader NONE = new MessageHeader('|', "^~\\&", List.of("|", "^~\\&"));

    private static final String NAME = "MSH";
    private static final String USUAL = "^~\\&";
    private static final int LONGEST = 16 * 1024;
    private static final Pattern END = Pattern.compile("[\r\n]");

    MessageHeader {
        fields = List.copyOf(fields);
    }

    /** Empty when the message does not begin with a header that can be divided. */
    static Optional<MessageHeader> of(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, LONGEST), StandardCharsets.ISO_8859_1);
        String line = END.split(text, 2)[0];
        if (!line.startsWith(NAME) || line.length() < NAME.length() + 3) {
            return Optional.empty();
        }
        char separator = line.charAt(NAME.length());
        List<String> fields = new ArrayList<>(List.of(String.valueOf(separator)));
        fields.addAll(
                Arrays.asList(line.substring(NAME.length() + 1).split(Pattern.quote(String.valueOf(separator)), -1)));
        String encoding = fields.get(1);
        return areDelimiters(separator + encoding)
                ? Optional.of(new MessageHeader(separator, completed(encoding), fields))
                : Optional.empty();
    }

    /** All different, and none that texts are made of. */
    private static boolean areDelimiters(String characters) {
        boolean usable = characters.chars()
                .allMatch(sign -> sign > ' ' && sign < 0x7F && !Character.isLetterOrDigit(sign));
        return usable && characters.length() >= 2 && characters.length() <= 6
                && characters.chars().distinct().count() == characters.length();
    }

    /** Only the component separator is always there; what a sender does not need it may leave out. */
    private static String completed(String encoding) {
        String four = encoding.length() > USUAL.length() ? encoding.substring(0, USUAL.length()) : encoding;
        return four + USUAL.substring(four.length());
    }

    char component() {
        return encoding.charAt(0);
    }

    char repetition() {
        return encoding.charAt(1);
    }

    /** As it came; empty when it is missing. */
    String field(int number) {
        return number <= fields.size() ? fields.get(number - 1) : "";
    }

    List<String> repetitions(int number) {
        return Arrays.asList(field(number).split(Pattern.quote(String.valueOf(repetition())), -1));
    }

    /** Of the first repetition; empty when it is missing. */
    String component(int number, int component) {
        String[] components = repetitions(number).getFirst().split(Pattern.quote(String.valueOf(component())), -1);
        return component <= components.length ? components[component - 1].strip() : "";
    }

    String type() {
        return component(9, 1);
    }

    String event() {
        return component(9, 2);
    }

    String controlId() {
        return field(10);
    }

    String processingId() {
        return component(11, 1);
    }

    String version() {
        return component(12, 1);
    }
}
