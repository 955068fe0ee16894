package org.priorfetch.app.controls;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.FlowPane;

/** A row of buttons, one for each deed. */
public final class DeedBar extends FlowPane {

    private final boolean titled;

    /** @param titled whether titles stand beside the icons */
    public DeedBar(ObservableValue<List<Deed>> deeds, boolean titled) {
        this.titled = titled;
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        getStyleClass().add("deeds");
        deeds.subscribe(this::show);
    }

    /** The buttons stay the same for as long as their number does, so that the keyboard stays where it is. */
    private void show(List<Deed> deeds) {
        while (getChildren().size() > deeds.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < deeds.size()) {
            getChildren().add(new DeedButton(titled));
        }
        for (int i = 0; i < deeds.size(); i++) {
            ((DeedButton) getChildren().get(i)).show(deeds.get(i));
        }
    }
}
