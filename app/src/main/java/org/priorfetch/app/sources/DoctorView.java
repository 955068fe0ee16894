package org.priorfetch.app.sources;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.MarkIcon;

/** The steps of the doctor as they come, with advice where one fails. */
public final class DoctorView extends VBox {

    private static final double STEP_WIDTH_EM = 9;

    public DoctorView(Doctor doctor) {
        this(doctor.linesProperty());
    }

    DoctorView(ObservableValue<List<CheckLine>> lines) {
        getStyleClass().add("doctor");
        lines.subscribe(this::show);
    }

    private void show(List<CheckLine> lines) {
        getChildren().setAll(lines.stream().map(DoctorView::line).toList());
    }

    private static Node line(CheckLine line) {
        MarkIcon icon = new MarkIcon();
        icon.show(line.mark(), 0.25, line.step());
        Label step = new Label(line.step());
        step.setMinWidth(Region.USE_PREF_SIZE);
        step.setWrapText(true);
        step.styleProperty().set("-fx-pref-width: " + STEP_WIDTH_EM + "em;");
        VBox words = new VBox(wrapped(line.detail(), "doctor-detail"));
        if (!line.advice().isEmpty()) {
            words.getChildren().add(wrapped(line.advice(), "doctor-advice"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(icon, step, words);
        row.getStyleClass().add("doctor-line");
        row.setFocusTraversable(true);
        row.setAccessibleText(line.step() + ": " + line.detail() + " " + line.advice());
        return row;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
