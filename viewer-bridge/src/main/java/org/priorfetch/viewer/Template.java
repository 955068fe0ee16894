package org.priorfetch.viewer;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.Message;

/**
 * A text with places for values. Values are put in once: what looks like a placeholder within a value stays as it is.
 *
 * @param parts in their order; never two literals in a row
 */
record Template(List<Part> parts) {

    /** A piece of a template, and where in it that begins. */
    sealed interface Part {

        int position();
    }

    record Literal(String text, int position) implements Part {}

    record Slot(Placeholder placeholder, int position) implements Part {}

    Template {
        parts = List.copyOf(parts);
    }

    /** @throws TemplateException when a brace is alone, or a placeholder unknown */
    static Template parse(String text) throws TemplateException {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            String literal = text.substring(at, open < 0 ? text.length() : open);
            if (literal.indexOf('}') >= 0) {
                throw new TemplateException(at + literal.indexOf('}'), Message.of("viewer.template.alone", "}"));
            }
            if (!literal.isEmpty()) {
                parts.add(new Literal(literal, at));
            }
            at += literal.length();
            if (open >= 0) {
                Slot slot = slot(text, open);
                parts.add(slot);
                at += slot.placeholder().inBraces().length();
            }
        }
        return new Template(parts);
    }

    List<Slot> slots() {
        return parts.stream().filter(Slot.class::isInstance).map(Slot.class::cast).toList();
    }

    /** The text before the first placeholder. */
    String start() {
        return !parts.isEmpty() && parts.getFirst() instanceof Literal literal ? literal.text() : "";
    }

    private static Slot slot(String text, int open) throws TemplateException {
        int close = text.indexOf('}', open);
        if (close < 0) {
            throw new TemplateException(open, Message.of("viewer.template.alone", "{"));
        }
        String word = text.substring(open + 1, close);
        Placeholder placeholder = Placeholder.of(word)
                .orElseThrow(
                        () -> new TemplateException(open, Message.of("viewer.template.unknown", "{" + word + "}")));
        return new Slot(placeholder, open);
    }
}
