package org.priorfetch.app.screen;

/** Leads to a place in the main window, opening the window where it is closed. To be called on the FX thread. */
@FunctionalInterface
public interface Navigator {

    void open(Visit visit);

    /** Leads to a screen as it was left. */
    default void open(ScreenId screen) {
        open(new Visit.ToScreen(screen));
    }
}
