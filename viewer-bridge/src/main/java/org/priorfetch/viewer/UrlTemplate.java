package org.priorfetch.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.Template.Literal;
import org.priorfetch.viewer.Template.Slot;

/** A template of a URL whose syntax is right. */
record UrlTemplate(Template template, String scheme) {

    /** What browsers, desktops and servers take. */
    private static final int LONGEST = 8000;
    /** A viewer's own scheme carries a command line, or part of one: there these would end the value. */
    private static final String ENDS_A_VALUE_IN_A_COMMAND = "\"'`\\$;|<>&=,";

    static UrlTemplate parse(String text) throws TemplateException {
        Template template = Template.parse(text);
        return new UrlTemplate(template, UrlSyntax.check(text, template));
    }

    String fill(CheckedValues values) throws RefusedException {
        StringBuilder url = new StringBuilder();
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Literal literal -> url.append(literal.text());
                case Slot slot -> url.append(value(slot.placeholder(), values.of(slot.placeholder()), url));
            }
        }
        if (url.length() > LONGEST) {
            throw new RefusedException(Message.of("viewer.url.long"));
        }
        return url.toString();
    }

    private String value(Placeholder placeholder, List<String> values, CharSequence before) throws RefusedException {
        List<String> encoded = new ArrayList<>();
        for (String value : values) {
            if (movesUp(value, before) || endsInCommand(value)) {
                throw new RefusedException(Message.of("viewer.value.unsafe", placeholder.inBraces()));
            }
            encoded.add(PercentEncoding.of(value));
        }
        return encoded.stream().collect(Collectors.joining(","));
    }

    /** A path segment of dots alone means another folder, however it is encoded (RFC 3986, 5.2.4). */
    private static boolean movesUp(String value, CharSequence before) {
        boolean inPath = before.chars().noneMatch(c -> c == '?' || c == '#');
        return inPath && (value.equals(".") || value.equals(".."));
    }

    private boolean endsInCommand(String value) {
        return !UrlSyntax.isWeb(scheme)
                && value.chars().anyMatch(c -> ENDS_A_VALUE_IN_A_COMMAND.indexOf(c) >= 0);
    }
}
