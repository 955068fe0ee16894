package org.priorfetch.app.transfers;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.DeedBar;

/**
 * Why the selected transfer stands as it stands, what to do next, and the buttons for it; it keeps its height, so that
 * no row moves when one is selected.
 */
final class SelectedTransfer extends VBox {

    private static final double HEIGHT = 68;

    /** @param offered whether there is a transfer to select */
    SelectedTransfer(TransferSelection selection, ObservableBooleanValue offered, Appearance appearance) {
        getStyleClass().add("selected-transfer");
        Label advice = new Label();
        advice.setId("advice");
        advice.setWrapText(true);
        advice.getStyleClass().addAll("aside", "figures");
        advice.textProperty().bind(selection.adviceProperty());
        getChildren().addAll(advice, new DeedBar(selection.deedsProperty(), true));
        setMinHeight(appearance.px(HEIGHT));
        visibleProperty().bind(selection.selectedProperty().isNotNull().or(offered));
    }
}
