package org.priorfetch.app.tray;

import javafx.geometry.Rectangle2D;

/** Who does what people ask of the tray. Always called on the FX thread. */
public interface TrayOwner {

    /** Whether the icon is to be seen now: told once at the start, and whenever it changes. */
    void trayIsThere(boolean there);

    /** The icon was clicked. */
    void clicked(Rectangle2D icon);

    void open();

    void fetchByHand();

    void openInViewer(String id);

    void pauseForAnHour();

    void pauseUntilTomorrow();

    void goOn();

    void quit();
}
