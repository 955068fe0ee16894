package org.priorfetch.app.tray;

import java.util.List;
import org.priorfetch.app.i18n.Texts;

/** The program's icon in the desktop's tray. Used on the FX thread. */
public interface Tray extends AutoCloseable {

    /** Puts the icon up, once, wherever and as soon as there is a place for it. */
    void appear();

    /** Whether the icon is to be seen, as far as is known yet. */
    boolean isThere();

    /** Shows the state, and offers to open these in the viewer. Costs nothing when it is as before. */
    void show(TrayState state, List<ViewerEntry> viewerEntries);

    /** Speaks so from now on, what is shown already too. */
    void speak(Texts texts);

    /** Says something once, where the desktop has a way to; never with a patient's name. */
    void tell(String text);

    /** Takes the icon away. */
    @Override
    void close();
}
