package org.priorfetch.app.shell;

import java.util.Map;

import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Stand;

/**
 * Where the main window stands, in plain values.
 *
 * @param front the screen at the front
 * @param screens those that were made
 * @param searched what is written into the search on top
 */
record WindowStand(ScreenId front, Map<ScreenId, Stand> screens, String searched) {

    WindowStand {
        screens = Map.copyOf(screens);
    }
}
