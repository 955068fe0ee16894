package org.priorfetch.app.panel;

import javafx.beans.property.ObjectProperty;
import org.priorfetch.app.profile.Profile;

/**
 * How this person uses the panel.
 *
 * @param pinned whether it stays open, in front of all other windows
 */
record PanelSettings(boolean pinned) {

    private static final String SECTION = "panel";

    static ObjectProperty<PanelSettings> in(Profile profile) {
        return profile.section(SECTION, PanelSettings.class, new PanelSettings(false));
    }
}
