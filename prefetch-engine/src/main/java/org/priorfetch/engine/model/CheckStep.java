package org.priorfetch.engine.model;

import java.util.Locale;

/** The steps of the connectivity doctor, in their order. */
public enum CheckStep {
    /** The host's name has an address. */
    NAME,
    /** Somebody listens at its port. */
    TCP,
    /** The connection is secret. */
    TLS,
    /** It accepts our association. */
    ASSOCIATION,
    /** It answers C-ECHO. */
    ECHO,
    /** It answers C-FIND. */
    FIND,
    /** One image arrives; it is thrown away. */
    RETRIEVE;

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
