package org.priorfetch.engine.hl7;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a segment, or one of its components, as people write it: {@code OBR-18}, {@code PID-3.4}.
 *
 * @param field counted from 1; 0 for the segment as a whole
 * @param component counted from 1
 */
public record Place(String segment, int field, int component) implements Serializable {

    static final Place NOWHERE = new Place("", 0, 1);

    private static final Pattern WRITTEN = Pattern
            .compile("([A-Z][A-Z0-9]{2})-([1-9][0-9]{0,2})(?:[.-]([1-9][0-9]?))?");

    /** Empty when the text names no field. */
    public static Optional<Place> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int component = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        return Optional.of(new Place(matcher.group(1), Integer.parseInt(matcher.group(2)), component));
    }

    static Place field(String segment, int field) {
        return new Place(segment, field, 1);
    }

    static Place segment(String segment) {
        return new Place(segment, 0, 1);
    }

    @Override
    public String toString() {
        String whole = field == 0 ? segment : segment + "-" + field;
        return component == 1 ? whole : whole + "." + component;
    }
}
