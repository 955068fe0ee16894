package org.priorfetch.app.panel;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One running transfer: what, how far, how fast, how long, and why it is slow. */
final class TransferBox extends VBox {

    private final Label source = new Label();
    private final Label study = new Label();
    private final Label figures = new Label();
    private final Label note = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Tooltip wholeStudy = new Tooltip();
    private final Tooltip wholeNote = new Tooltip();

    TransferBox() {
        getStyleClass().add("panel-transfer");
        source.getStyleClass().add("aside");
        source.setMinWidth(Region.USE_PREF_SIZE);
        study.setTooltip(wholeStudy);
        study.setPrefWidth(0);
        study.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(study, Priority.ALWAYS);
        figures.getStyleClass().add("figures");
        figures.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(source, study, figures);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("pair");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.managedProperty().bind(bar.visibleProperty());
        note.getStyleClass().addAll("aside", "figures");
        note.setTooltip(wholeNote);
        note.managedProperty().bind(note.visibleProperty());
        getChildren().addAll(line, bar, note);
    }

    void show(TransferGlance glance) {
        source.setText(glance.source());
        study.setText(glance.study());
        wholeStudy.setText(glance.study());
        figures.setText(glance.figures());
        bar.setVisible(glance.progress() >= 0);
        bar.setProgress(Math.max(0, glance.progress()));
        bar.setAccessibleText(glance.spoken());
        note.setText(glance.note());
        wholeNote.setText(glance.note());
        note.setVisible(!glance.note().isEmpty());
    }
}
