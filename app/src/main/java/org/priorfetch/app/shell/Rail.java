package org.priorfetch.app.shell;

import java.util.EnumMap;
import java.util.Map;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ScreenId;

/** The way to the screens, at the left. */
final class Rail extends VBox {

    private final Map<ScreenId, ToggleButton> buttons = new EnumMap<>(ScreenId.class);

    Rail(ShellModel model, Texts texts) {
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        ToggleGroup group = new ToggleGroup();
        for (ScreenId id : Screens.all()) {
            Screens.Entry entry = Screens.entry(id);
            add(id, entry.icon(), texts.get(entry.titleKey()), group);
        }
        group.selectedToggleProperty().subscribe(toggle -> {
            if (toggle == null) {
                select(model.screenProperty().get());
            } else {
                model.screenProperty().set((ScreenId) toggle.getUserData());
            }
        });
        model.screenProperty().subscribe(this::select);
    }

    private void add(ScreenId screen, Icons icon, String title, ToggleGroup group) {
        ToggleButton button = new ToggleButton(title);
        button.setId("rail-" + screen);
        button.setUserData(screen);
        button.setToggleGroup(group);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rail-button");
        icon.on(button, 1.2);
        buttons.put(screen, button);
        getChildren().add(button);
    }

    private void select(ScreenId screen) {
        ToggleButton button = buttons.get(screen);
        if (button != null) {
            button.setSelected(true);
        }
    }
}
