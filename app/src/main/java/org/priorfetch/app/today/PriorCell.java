package org.priorfetch.app.today;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.ModalityChips;
import org.priorfetch.engine.api.PriorView;

/** One candidate: what it is, where from, how it stands, and why. */
final class PriorCell extends ListCell<Row<PriorView, PriorLine>> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

    private final MarkIcon icon = new MarkIcon();
    private final ModalityChips modalities = new ModalityChips();
    private final Label title = label("prior-title");
    private final Label date = label("aside");
    private final Label state = label("prior-state");
    private final Label source = label("aside");
    private final Label reason = label("prior-reason");
    private final HBox content;
    private Subscription subscription = Subscription.EMPTY;

    PriorCell() {
        getStyleClass().add("prior-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        HBox what = new HBox(modalities, title);
        what.getStyleClass().add("pair");
        what.setAlignment(Pos.TOP_LEFT);
        VBox text = new VBox(new AsideLine(what, date), new AsideLine(state, source), reason);
        text.getStyleClass().add("prior-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        modalities.setMinWidth(Region.USE_PREF_SIZE);
        icon.setMinWidth(Region.USE_PREF_SIZE);
        content = new HBox(icon, text);
        content.getStyleClass().add("prior");
        setPrefWidth(0);
    }

    /** A reason takes as many lines as it needs at the width that the list has. */
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty()) {
            return super.computePrefHeight(width);
        }
        double room = width > 0 ? width : getListView().getWidth(); // less than the list where a scroll bar takes some
        double inner = room - snappedLeftInset() - snappedRightInset();
        content.setPrefWidth(inner);
        return snappedTopInset() + content.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Row<PriorView, PriorLine> row, boolean empty) {
        super.updateItem(row, empty);
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
        } else {
            subscription = row.lineProperty().subscribe(this::show);
            setGraphic(content);
        }
    }

    private void show(PriorLine line) {
        icon.show(line.mark(), line.progress(), line.state());
        modalities.show(line.modalities());
        title.setText(line.title());
        date.setText(line.date());
        source.setText(line.source());
        state.setText(line.state());
        reason.setText(line.reason());
        pseudoClassStateChanged(QUIET, line.quiet());
        setText(String.join(", ", line.title(), line.date(), line.source(), line.state(), line.reason()));
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().addAll(styleClass, "figures");
        return label;
    }
}
