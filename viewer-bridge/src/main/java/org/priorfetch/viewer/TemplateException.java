package org.priorfetch.viewer;

import org.priorfetch.engine.model.Message;

/** A template cannot be read. */
final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final transient Message explanation;

    /** @param position of the character that is wrong, from 0 */
    TemplateException(int position, Message explanation) {
        super(explanation.text());
        this.position = position;
        this.explanation = explanation;
    }

    int position() {
        return position;
    }

    Message explanation() {
        return explanation;
    }
}
