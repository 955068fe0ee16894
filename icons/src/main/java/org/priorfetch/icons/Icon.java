package org.priorfetch.icons;

import java.util.Locale;

/** The program's own icon, and one for each state of the tray; they differ in shape as well as in colour. */
public enum Icon {
    /** The program itself. */
    APP,
    /** Every prior that is wanted is here. */
    ALL_READY,
    /** Priors are on their way. */
    WORKING,
    /** A person must decide something. */
    NEEDS_ATTENTION,
    /** An archive, a worklist or the PACS does not answer. */
    NO_CONNECTION;

    String fileName(int size) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + size + ".png";
    }
}
