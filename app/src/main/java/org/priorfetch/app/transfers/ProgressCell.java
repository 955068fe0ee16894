package org.priorfetch.app.transfers;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.priorfetch.app.controls.LineCell;
import org.priorfetch.engine.api.TransferView;

/** A bar with its percentage; empty where nothing moves. */
final class ProgressCell extends LineCell<TransferView, TransferLine> {

    private final ProgressBar bar = new ProgressBar(0);
    private final Label percent = new Label();
    private final HBox content = new HBox(bar, percent);

    ProgressCell(double percentWidth) {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        HBox.setHgrow(bar, Priority.ALWAYS);
        percent.setMinWidth(percentWidth);
        percent.setPrefWidth(Region.USE_COMPUTED_SIZE);
        percent.setAlignment(Pos.CENTER_RIGHT);
        percent.getStyleClass().add("figures");
        content.getStyleClass().add("pair");
        content.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void show(TransferLine line, boolean sameRow) {
        if (line.progress() < 0) {
            clear();
            return;
        }
        bar.setProgress(line.progress());
        percent.setText(line.percent());
        setText(line.percent());
        setGraphic(content);
    }

    @Override
    protected void clear() {
        setText(null);
        setGraphic(null);
    }
}
