package org.priorfetch.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.controls.Theme;

class LooksTest {

    private final SimpleObjectProperty<AppearanceSettings> settings = new SimpleObjectProperty<>(
            AppearanceSettings.DEFAULT);
    private final SimpleObjectProperty<ColorScheme> systems = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @Test
    void itIsDarkAndSpeaksAsTheSystemUntilSetOtherwise() {
        assertThat(look(Looks.Forced.NOTHING, Locale.GERMANY))
                .isEqualTo(new Look(new Appearance(Theme.DARK, 1), Locale.GERMANY));
    }

    @Test
    void whatIsSetHoldsAtOnce() {
        Looks looks = looks(Looks.Forced.NOTHING, Locale.GERMANY);

        settings.set(new AppearanceSettings(ThemeChoice.LIGHT, 175, LanguageChoice.ENGLISH));

        assertThat(looks.lookProperty().get())
                .isEqualTo(new Look(new Appearance(Theme.LIGHT, 1.75), Locale.ENGLISH));
    }

    @Test
    void theSystemsColoursAreFollowedWhileTheyAreWanted() {
        Looks looks = looks(Looks.Forced.NOTHING, Locale.ENGLISH);
        settings.set(AppearanceSettings.DEFAULT.with(ThemeChoice.SYSTEM));
        assertThat(looks.lookProperty().get().appearance().theme()).isEqualTo(Theme.LIGHT);

        systems.set(ColorScheme.DARK);

        assertThat(looks.lookProperty().get().appearance().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aChosenLanguageKeepsTheRegionOfASystemThatSpeaksIt() {
        Locale austria = Locale.of("de", "AT");
        settings.set(AppearanceSettings.DEFAULT.with(LanguageChoice.GERMAN));

        assertThat(look(Looks.Forced.NOTHING, austria).locale()).isEqualTo(austria);
        assertThat(look(Looks.Forced.NOTHING, Locale.FRANCE).locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void whatWasForcedAtTheStartWins() {
        settings.set(new AppearanceSettings(ThemeChoice.DARK, 200, LanguageChoice.GERMAN));

        assertThat(look(new Looks.Forced(Theme.LIGHT, 1.15, Locale.ENGLISH), Locale.GERMANY))
                .isEqualTo(new Look(new Appearance(Theme.LIGHT, 1.15), Locale.ENGLISH));
    }

    private Look look(Looks.Forced forced, Locale system) {
        return looks(forced, system).lookProperty().get();
    }

    private Looks looks(Looks.Forced forced, Locale system) {
        return new Looks(settings, systems, forced, system);
    }
}
