package org.priorfetch.app.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A button that is an icon; what it does stands in its tooltip, and a screen reader says it. */
public final class IconButton extends Button {

    private final Tooltip tooltip = new Tooltip();
    private @Nullable Icons shown;

    public IconButton(Icons icon, String action, Runnable does) {
        getStyleClass().addAll("button-icon", "flat");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(tooltip);
        setOnAction(_ -> does.run());
        show(icon, action);
    }

    public void show(Icons icon, String action) {
        if (icon != shown) {
            shown = icon;
            icon.on(this);
        }
        tooltip.setText(action);
        setAccessibleText(action);
    }
}
