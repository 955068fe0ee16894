package org.priorfetch.app.screen;

import org.priorfetch.app.controls.Notice;

/** Tells people in passing what came of what they did. To be called on the FX thread. */
public interface Teller {

    /** Shows it for some seconds. */
    void tell(Notice notice);

    /** Shows it for some seconds, with a way back. */
    void tell(Notice notice, String undoText, Runnable undo);
}
