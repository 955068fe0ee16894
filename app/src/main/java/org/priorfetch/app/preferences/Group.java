package org.priorfetch.app.preferences;

import java.util.List;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.Appearance;

/** Settings that belong together: a heading, and below it one line for each. */
class Group extends VBox {

    private static final double LABELS = 190;

    private final GridPane lines = new GridPane();
    private final double labelWidth;

    Group(String title, Appearance appearance) {
        getStyleClass().add("preferences-group");
        labelWidth = appearance.px(LABELS);
        lines.getStyleClass().add("preferences-lines");
        Label heading = new Label(title);
        heading.getStyleClass().add("preferences-heading");
        getChildren().addAll(heading, lines);
    }

    /**
     * Adds a line.
     *
     * @param hint empty when the label says it all
     * @return the line, to be hidden while it means nothing
     */
    final Node line(String name, Node control, String hint) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("preferences-label");
        GridPane.setValignment(label, VPos.TOP);
        label.setWrapText(true);
        label.setMinWidth(labelWidth);
        label.setPrefWidth(labelWidth);
        control.setAccessibleText(name);
        if (!hint.isEmpty()) {
            control.setAccessibleHelp(hint);
        }
        VBox right = new VBox(control);
        right.getStyleClass().add("preferences-line");
        right.setAlignment(Pos.CENTER_LEFT);
        if (!hint.isEmpty()) {
            right.getChildren().add(hint(hint));
        }
        GridPane.setHgrow(right, Priority.ALWAYS);
        int row = lines.getRowCount();
        lines.add(label, 0, row);
        lines.add(right, 1, row);
        label.visibleProperty().bind(right.visibleProperty());
        for (Node node : List.of(label, right)) {
            node.managedProperty().bind(right.visibleProperty());
        }
        return right;
    }

    static Label hint(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("aside");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
