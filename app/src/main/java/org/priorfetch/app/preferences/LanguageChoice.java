package org.priorfetch.app.preferences;

import java.util.Locale;

/** The languages that the program speaks, and the system's own. */
public enum LanguageChoice {
    SYSTEM, ENGLISH, GERMAN;

    /** The system's own region stays where its language is the one chosen, so that dates look familiar. */
    Locale locale(Locale systems) {
        return switch (this) {
            case SYSTEM -> systems;
            case ENGLISH -> inLanguage(Locale.ENGLISH, systems);
            case GERMAN -> inLanguage(Locale.GERMAN, systems);
        };
    }

    private static Locale inLanguage(Locale language, Locale systems) {
        return systems.getLanguage().equals(language.getLanguage()) ? systems : language;
    }
}
