package org.priorfetch.app.shell;

import java.util.EnumMap;
import java.util.Map;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.ScreenId;

/** The way to the screens, at the left. The titles stand below the icons where there is room for all, else in tooltips. */
final class Rail extends VBox {

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final Map<ScreenId, ToggleButton> buttons = new EnumMap<>(ScreenId.class);
    private double wanted;
    private boolean low;

    /** @param navigator leads to the screen that is chosen */
    Rail(ShellModel model, Navigator navigator, Texts texts) {
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        ToggleGroup group = new ToggleGroup();
        for (ScreenId id : Screens.all()) {
            Screens.Entry entry = Screens.entry(id);
            add(id, entry.icon(), texts.get(entry.titleKey()), group);
        }
        group.selectedToggleProperty().subscribe(toggle -> {
            ScreenId front = model.screenProperty().get();
            if (toggle == null) {
                select(front);
            } else if (toggle.getUserData() != front) {
                navigator.open((ScreenId) toggle.getUserData());
            }
        });
        model.screenProperty().subscribe(this::select);
        count(ScreenId.REVIEW, model.needsReviewProperty(), texts);
        setMinHeight(0);
        heightProperty().subscribe(this::fit);
    }

    private void fit() {
        if (!low) {
            wanted = prefHeight(-1);
        }
        boolean tooLow = getHeight() > 0 && getHeight() < wanted;
        if (tooLow != low) {
            low = tooLow;
            pseudoClassStateChanged(LOW, low);
            buttons.values().forEach(this::show);
            FxToolkit.run(this::requestLayout); // the width changes too, and the window is just being laid out
        }
    }

    private void show(ToggleButton button) {
        button.setContentDisplay(low ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP);
        button.setTooltip(low ? new Tooltip(button.getText()) : null);
    }

    private void add(ScreenId screen, Icons icon, String title, ToggleGroup group) {
        ToggleButton button = new ToggleButton(title);
        button.setId("rail-" + screen);
        button.setUserData(screen);
        button.setToggleGroup(group);
        show(button);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rail-button");
        icon.on(button, 1.2);
        buttons.put(screen, button);
        getChildren().add(button);
    }

    /** A number at the icon, as long as it is not zero. */
    private void count(ScreenId screen, ReadOnlyIntegerProperty number, Texts texts) {
        ToggleButton button = buttons.get(screen);
        if (button == null) {
            return;
        }
        Label badge = new Label();
        badge.getStyleClass().addAll("badge", "figures");
        badge.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane graphic = new StackPane(button.getGraphic(), badge);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        button.setGraphic(graphic);
        String title = button.getText();
        number.subscribe(count -> {
            badge.setVisible(count.intValue() > 0);
            badge.setText(String.valueOf(count));
            button.setAccessibleText(texts.get("shell.rail.count", title, count.intValue()));
        });
    }

    private void select(ScreenId screen) {
        ToggleButton button = buttons.get(screen);
        if (button != null) {
            button.setSelected(true);
        }
    }
}
