package org.priorfetch.engine.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One segment of a message. What is missing, and HL7's explicit nothing, is the empty text. */
final class Hl7Segment {

    private static final String NOTHING = "\"\"";
    private static final Pattern LINE_BREAK = Pattern.compile("\\\\\\.(br|sp)[+0-9]*\\\\", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMATTING = Pattern.compile("\\\\([HN]|\\.[a-z]{2}[-+0-9]*)\\\\",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final Segment segment;

    Hl7Segment(Segment segment) {
        this.segment = segment;
    }

    String name() {
        return segment.getName();
    }

    boolean is(String name) {
        return segment.getName().equals(name);
    }

    String value(int field) {
        return value(field, 1);
    }

    String value(int field, int component) {
        return value(field, 0, component, 1);
    }

    /**
     * A text without escapes, formatting and control characters.
     *
     * @param repetition counted from 0, the others from 1
     */
    String value(int field, int repetition, int component, int subcomponent) {
        return plain(raw(field, repetition, component, subcomponent));
    }

    private String raw(int field, int repetition, int component, int subcomponent) {
        try {
            if (repetition >= repetitions(field)) {
                return "";
            }
            String value = Terser.get(segment, field, repetition, component, subcomponent);
            return value == null || value.equals(NOTHING) ? "" : value;
        } catch (HL7Exception _) {
            return "";
        }
    }

    /** How often the field is repeated; 0 when it is missing. */
    int repetitions(int field) {
        try {
            return field > segment.numFields() ? 0 : segment.getField(field).length;
        } catch (HL7Exception _) {
            return 0;
        }
    }

    /** All repetitions of a field as lines, without escapes, formatting and control characters. */
    String text(int field) {
        List<String> lines = new ArrayList<>();
        for (int repetition = 0; repetition < repetitions(field); repetition++) {
            lines.add(lines(raw(field, repetition, 1, 1)));
        }
        return String.join("\n", lines);
    }

    /** One component without line breaks and spaces, as encoded data may be broken anywhere. */
    String unbroken(int field, int repetition, int component) {
        String value = raw(field, repetition, component, 1);
        return SPACE.matcher(LINE_BREAK.matcher(value).replaceAll("")).replaceAll("");
    }

    private static String lines(String value) {
        String broken = LINE_BREAK.matcher(value).replaceAll("\n").replace("\r\n", "\n").replace('\r', '\n');
        return broken.lines().map(Hl7Segment::plain).collect(Collectors.joining("\n"));
    }

    private static String plain(String value) {
        String withoutBreaks = LINE_BREAK.matcher(value).replaceAll(" ");
        String withoutFormatting = FORMATTING.matcher(withoutBreaks).replaceAll("");
        return SPACES.matcher(CONTROLS.matcher(withoutFormatting).replaceAll(" ")).replaceAll(" ").strip();
    }
}
