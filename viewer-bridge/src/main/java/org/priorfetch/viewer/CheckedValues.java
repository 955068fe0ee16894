package org.priorfetch.viewer;

import java.util.List;

import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.LaunchProfile.Opens;

/**
 * The values of a subject, refused where they are missing or no value of DICOM's could look like that. Explanations never
 * hold the value itself, which may be about a patient.
 */
record CheckedValues(ViewerSubject subject, Opens opens) {

    /** Longer than an ID (LO, 64 characters) with its issuer (LO) can become by escaping. */
    private static final int LONGEST = 512;

    /** At least one. */
    List<String> of(Placeholder placeholder) throws RefusedException {
        List<String> values = placeholder.values(subject, opens);
        if (values.isEmpty()) {
            throw new RefusedException(Message.of("viewer.value.missing", placeholder.inBraces()));
        }
        for (String value : values) {
            check(placeholder, value);
        }
        return values;
    }

    private static void check(Placeholder placeholder, String value) throws RefusedException {
        if (placeholder.isUid() && !Uids.isUid(value)) {
            throw new RefusedException(Message.of("viewer.value.noUid", placeholder.inBraces()));
        }
        if (value.length() > LONGEST || value.codePoints().anyMatch(CheckedValues::isInvisible)) {
            throw new RefusedException(Message.of("viewer.value.characters", placeholder.inBraces()));
        }
    }

    /** Control characters, line ends, marks that turn the direction of text, halves of characters. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }
}
