package org.priorfetch.engine.store;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.RepositoryException;

/**
 * The store could not be opened, read or written. What was stored before is untouched. Its causes are free of stored values,
 * so that it can be logged.
 */
public class StoreException extends RepositoryException {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;

    public StoreException(Message explanation, @Nullable Throwable cause) {
        super(explanation.text(), cause);
        this.explanation = explanation;
    }

    /** What happened, where, and what to do. */
    public Message explanation() {
        return explanation;
    }
}
