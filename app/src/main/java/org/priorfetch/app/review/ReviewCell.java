package org.priorfetch.app.review;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.MarkIcon;

/** One thing that waits, under the heading of its group where it is the first. */
final class ReviewCell extends ListCell<ReviewLine> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

    private static final double SCROLL_BAR = 16;

    private final Label heading = new Label();
    private final MarkIcon icon = new MarkIcon();
    private final Label title = new Label();
    private final Label when = new Label();
    private final Label hint = new Label();
    private final VBox content;

    ReviewCell() {
        getStyleClass().add("review-cell");
        heading.getStyleClass().addAll("aside", "review-group");
        when.getStyleClass().addAll("aside", "figures");
        when.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("aside");
        hint.setWrapText(true);
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox top = new HBox(icon, title, when);
        top.setAlignment(Pos.TOP_LEFT);
        top.getStyleClass().add("pair");
        content = new VBox(heading, top, hint);
        content.getStyleClass().add("review-line");
        heading.setWrapText(true);
        for (Label label : new Label[]{heading, title, hint}) {
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    /** As high as its words need in the width that the list has. */
    @Override
    protected double computePrefHeight(double width) {
        double inner = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        return getGraphic() == null ? super.computePrefHeight(width)
                : Math.ceil(content.prefHeight(inner)) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable ReviewLine line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            setText(null);
            setGraphic(null);
            return;
        }
        heading.setText(line.heading());
        heading.setVisible(!line.heading().isEmpty());
        heading.setManaged(heading.isVisible());
        icon.show(line.mark(), 0, line.hint());
        title.setText(line.title());
        when.setText(line.when());
        hint.setText(line.hint());
        pseudoClassStateChanged(QUIET, line.quiet());
        setText(line.title() + ", " + line.hint() + ", " + line.when());
        setGraphic(content);
    }
}
