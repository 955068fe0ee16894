package org.priorfetch.app.preferences;

import javafx.application.ColorScheme;

import org.priorfetch.app.controls.Theme;

/** What people choose among; the system's own choice is one of them. */
public enum ThemeChoice {
    DARK, LIGHT, SYSTEM;

    Theme theme(ColorScheme systems) {
        return switch (this) {
            case DARK -> Theme.DARK;
            case LIGHT -> Theme.LIGHT;
            case SYSTEM -> systems == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
        };
    }
}
