package org.priorfetch.app.sources;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.MarkIcon;

/** One part of the site in the list: what it is, how it does, and what comes from it. */
final class PartCell extends ListCell<Row<PartEntry, PartLine>> {

    private final MarkIcon icon = new MarkIcon();
    private final Label name = new Label();
    private final Tooltip nameInFull = new Tooltip();
    private final Label kind = new Label();
    private final Label state = new Label();
    private final Label activity = new Label();
    private final HBox whole;
    private Subscription shown = Subscription.EMPTY;

    PartCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Label aside : new Label[]{kind, state, activity}) {
            aside.getStyleClass().add("aside");
        }
        name.setTooltip(nameInFull);
        activity.setWrapText(true);
        activity.setMinHeight(Region.USE_PREF_SIZE);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        VBox lines = new VBox(new HBox(name, gap, kind), state, activity);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        whole = new HBox(icon, lines);
        whole.getStyleClass().add("part");
        getStyleClass().add("part-cell");
        setPrefWidth(0);
        activity.managedProperty().bind(activity.textProperty().isNotEmpty());
        state.managedProperty().bind(state.textProperty().isNotEmpty());
    }

    @Override
    protected void updateItem(@Nullable Row<PartEntry, PartLine> row, boolean empty) {
        super.updateItem(row, empty);
        shown.unsubscribe();
        setGraphic(row == null ? null : whole);
        shown = row == null ? Subscription.EMPTY : row.lineProperty().subscribe(this::show);
    }

    private void show(PartLine line) {
        icon.show(line.mark(), 0, line.state());
        name.setText(line.name());
        nameInFull.setText(line.name());
        kind.setText(line.kind());
        state.setText(line.state());
        activity.setText(line.activity());
        setAccessibleText(line.spoken());
    }
}
