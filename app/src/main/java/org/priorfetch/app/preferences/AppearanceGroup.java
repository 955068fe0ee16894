package org.priorfetch.app.preferences;

import java.util.List;

import javafx.beans.property.ObjectProperty;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;

/** Theme, text size and language; all of them at once. */
final class AppearanceGroup extends Group {

    AppearanceGroup(Workplace workplace) {
        super(workplace.texts().get("preferences.appearance"), workplace.appearance());
        Texts texts = workplace.texts();
        ObjectProperty<AppearanceSettings> settings = AppearanceSettings.in(workplace.profile());
        line(texts.get("preferences.theme"),
                new Choice<>("theme", List.of(ThemeChoice.values()), value -> texts.get("preferences.theme", value))
                        .of(settings, AppearanceSettings::theme, AppearanceSettings::with),
                texts.get("preferences.theme.hint"));
        line(texts.get("preferences.textSize"),
                new Choice<>("text-size", AppearanceSettings.TEXT_SIZES,
                        value -> texts.get("common.percent", value))
                        .of(settings, AppearanceSettings::textPercent, AppearanceSettings::withText),
                "");
        line(texts.get("preferences.language"),
                new Choice<>("language", List.of(LanguageChoice.values()),
                        value -> texts.get("preferences.language", value))
                        .of(settings, AppearanceSettings::language, AppearanceSettings::with),
                texts.get("preferences.language.hint"));
    }
}
