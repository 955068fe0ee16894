package org.priorfetch.app.preferences;

import java.util.List;

import javafx.beans.property.ObjectProperty;

import org.priorfetch.app.controls.NameDisplay;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;

/** How patients' names usually stand on the screen, and when they disappear by themselves. */
final class PrivacyGroup extends Group {

    private static final int NEVER = 0;
    private static final List<Integer> MINUTES = List.of(NEVER, 1, 2, 5, 10, 15, 30);

    PrivacyGroup(Workplace workplace) {
        super(workplace.texts().get("preferences.privacy"), workplace.appearance());
        Texts texts = workplace.texts();
        ObjectProperty<PrivacySettings> settings = workplace.privacy().settingsProperty();
        line(texts.get("preferences.names"),
                new Choice<>("names-shown", List.of(NameDisplay.values()),
                        value -> texts.get("preferences.names", value))
                        .of(settings, PrivacySettings::names,
                                (before, names) -> new PrivacySettings(names, before.idleMinutes())),
                texts.get("preferences.names.hint"));
        line(texts.get("preferences.idle"),
                new Choice<>("idle-minutes", MINUTES, minutes -> words(minutes, texts))
                        .of(settings, PrivacySettings::idleMinutes,
                                (before, minutes) -> new PrivacySettings(before.names(), minutes)),
                texts.get("preferences.idle.hint"));
    }

    private static String words(int minutes, Texts texts) {
        return minutes == NEVER ? texts.get("preferences.idle.never") : texts.get("preferences.idle.after", minutes);
    }
}
