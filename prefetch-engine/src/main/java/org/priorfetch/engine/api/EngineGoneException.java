package org.priorfetch.engine.api;

import org.priorfetch.engine.model.Message;

/** The process that the engine ran in has ended, or does not answer any more. */
public final class EngineGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;

    public EngineGoneException(Message explanation, Throwable cause) {
        super(explanation.text(), cause);
        this.explanation = explanation;
    }

    public Message explanation() {
        return explanation;
    }
}
