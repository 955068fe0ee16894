package org.priorfetch.engine.port;

import org.jspecify.annotations.Nullable;

/** What was to be stored or read could not be, for want of room or because the database is in trouble. */
public class RepositoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RepositoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
