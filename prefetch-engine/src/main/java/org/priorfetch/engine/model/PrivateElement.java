package org.priorfetch.engine.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private data element (PS3.5 7.8), whichever block of its group its creator has reserved: {@code (0099,"ACME 1.1",10)}.
 *
 * @param group odd
 * @param creator as it stands in the Private Creator element
 * @param element its number within the block, from 00 to FF
 */
public record PrivateElement(int group, String creator, int element) {

    /** Groups below belong to commands and files; those behind stand after what is passed through as it came. */
    private static final int FIRST_GROUP = 0x0009;
    private static final int LAST_GROUP = 0x4FFF;

    /** Value representation LO (PS3.5 6.2), in ASCII, so that any character set can say it. */
    private static final Pattern WRITTEN = Pattern.compile(
            "\\(\\s*([0-9A-Fa-f]{4})\\s*,\\s*\"([\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64})\"\\s*,\\s*(?:xx)?([0-9A-Fa-f]{2})\\s*\\)");

    /** The element that the text names; empty when it names none that can mark anything. */
    public static Optional<PrivateElement> parse(String typed) {
        if (!isMeantBy(typed)) {
            return Optional.empty();
        }
        Matcher parts = WRITTEN.matcher(typed.strip());
        if (!parts.matches() || parts.group(2).isBlank()) {
            return Optional.empty();
        }
        int group = Integer.parseInt(parts.group(1), 16);
        boolean possible = group % 2 == 1 && group >= FIRST_GROUP && group <= LAST_GROUP;
        return possible
                ? Optional.of(new PrivateElement(group, parts.group(2).strip(),
                        Integer.parseInt(parts.group(3), 16)))
                : Optional.empty();
    }

    /** Whether somebody meant a private element, well or badly written. */
    public static boolean isMeantBy(String typed) {
        return typed.indexOf('"') >= 0;
    }

    /** As it is written everywhere. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "(%04X,\"%s\",%02X)", group, creator, element);
    }
}
