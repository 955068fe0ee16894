package org.priorfetch.engine.port;

import java.io.IOException;

/** The instance stopped arriving before its end. */
public final class BrokenInstanceException extends IOException {

    private static final long serialVersionUID = 1L;

    public BrokenInstanceException(Throwable cause) {
        super("the instance broke off before its end", cause);
    }
}
