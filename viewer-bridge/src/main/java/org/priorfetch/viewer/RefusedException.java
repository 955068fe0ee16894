package org.priorfetch.viewer;

import org.priorfetch.engine.model.Message;

/** A value must not, or cannot, be given to the viewer. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;

    RefusedException(Message explanation) {
        super(explanation.text());
        this.explanation = explanation;
    }

    Message explanation() {
        return explanation;
    }
}
