package org.priorfetch.engine.api;

import org.priorfetch.engine.model.Message;

/** A command could not be carried out. */
public final class CommandFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;

    public CommandFailedException(Message explanation) {
        super(explanation.text());
        this.explanation = explanation;
    }

    public Message explanation() {
        return explanation;
    }
}
