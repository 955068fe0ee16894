package org.priorfetch.engine.alert;

import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;

/** How one thing that alerts may be about is at one moment. */
record Finding(AlertKind kind, String subject, Health health, Message text, Message advice) {

    /** Between well and bad nothing changes: what was said before holds. */
    enum Health {
        WELL, UNSURE, BAD
    }
}
