package org.priorfetch.app.preferences;

import java.util.List;
import java.util.Objects;

import javafx.beans.property.ObjectProperty;

import org.priorfetch.app.profile.Profile;

/**
 * How this person wants the program to look and to speak.
 *
 * @param textPercent size of the type, one of {@link #TEXT_SIZES}
 */
public record AppearanceSettings(ThemeChoice theme, int textPercent, LanguageChoice language) {

    public static final List<Integer> TEXT_SIZES = List.of(100, 115, 125, 150, 175, 200);
    public static final AppearanceSettings DEFAULT = new AppearanceSettings(ThemeChoice.DARK, 100,
            LanguageChoice.SYSTEM);

    private static final String SECTION = "appearance";

    public AppearanceSettings {
        Objects.requireNonNull(theme);
        Objects.requireNonNull(language);
        if (!TEXT_SIZES.contains(textPercent)) {
            throw new IllegalArgumentException("The text size " + textPercent + " % is none of " + TEXT_SIZES);
        }
    }

    /** Those of the profile, to be read and set. */
    public static ObjectProperty<AppearanceSettings> in(Profile profile) {
        return profile.section(SECTION, AppearanceSettings.class, DEFAULT);
    }

    AppearanceSettings with(ThemeChoice other) {
        return new AppearanceSettings(other, textPercent, language);
    }

    AppearanceSettings with(LanguageChoice other) {
        return new AppearanceSettings(theme, textPercent, other);
    }

    AppearanceSettings withText(int percent) {
        return new AppearanceSettings(theme, percent, language);
    }
}
