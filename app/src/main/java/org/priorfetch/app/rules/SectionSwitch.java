package org.priorfetch.app.rules;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

import org.controlsfx.control.SegmentedButton;
import org.priorfetch.app.i18n.Texts;

/** Chooses what of the rules is on the screen. */
final class SectionSwitch extends SegmentedButton {

    SectionSwitch(ObjectProperty<RulesSection> section, Suggestions suggestions, Texts texts) {
        setToggleGroup(new ToggleGroup());
        for (RulesSection one : RulesSection.values()) {
            ToggleButton button = new ToggleButton(texts.get("rules.section", one));
            button.setId("section-" + one);
            button.setMinWidth(Region.USE_PREF_SIZE);
            section.subscribe(now -> button.setSelected(now == one));
            button.setOnAction(_ -> {
                button.setSelected(true);
                section.set(one);
            });
            getButtons().add(button);
            if (one == RulesSection.SUGGESTIONS) {
                suggestions.openProperty()
                        .subscribe(open -> button.setText(texts.get("rules.suggestions.count", open.size())));
            }
        }
    }
}
