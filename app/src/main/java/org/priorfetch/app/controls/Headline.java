package org.priorfetch.app.controls;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state of everything in one line. */
public record Headline(Mark mark, String text) {

    private static final String BETWEEN = " · ";

    /** The text so that a line breaks between its parts only. */
    public String inWholeParts() {
        return Stream.of(text.split(BETWEEN, -1))
                .map(part -> part.replace(' ', '\u00a0'))
                .collect(Collectors.joining(BETWEEN));
    }
}
