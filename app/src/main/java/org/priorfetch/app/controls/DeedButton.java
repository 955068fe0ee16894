package org.priorfetch.app.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A button for a deed. While it cannot be pressed, its tooltip says why. */
public final class DeedButton extends StackPane {

    private final Button button = new Button();
    private final Tooltip tooltip = new Tooltip();
    private final boolean titled;

    /** @param titled whether the title stands beside the icon */
    public DeedButton(boolean titled) {
        this.titled = titled;
        button.getStyleClass().addAll("flat", titled ? "deed" : "button-icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(button);
        Tooltip.install(this, tooltip); // on what stands around it, because a disabled button has none
    }

    public void show(Deed deed) {
        if (!deed.id().equals(button.getId()) || !deed.titleWithKey().equals(button.getAccessibleText())) {
            deed.icon().on(button);
            button.setId(deed.id());
            button.setAccessibleText(deed.titleWithKey());
            button.setText(titled ? deed.title() : null);
        }
        button.setDisable(!deed.isPossible());
        button.setAccessibleHelp(deed.whyNot());
        button.setOnAction(_ -> deed.action().run());
        tooltip.setText(deed.isPossible() ? deed.titleWithKey() : deed.titleWithKey() + "\n" + deed.whyNot());
    }

    /** What the tooltip says. */
    public String hint() {
        return tooltip.getText();
    }
}
