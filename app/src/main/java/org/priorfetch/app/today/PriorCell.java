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
    private final Label origin = label("aside");
    private final Label state = label("prior-state");
    private final Label reason = label("prior-reason");
    private final HBox content;
    private Subscription subscription = Subscription.EMPTY;

    PriorCell() {
        getStyleClass().add("prior-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        reason.setWrapText(true);
        modalities.setMinWidth(Region.USE_PREF_SIZE);
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(modalities, title);
        HBox facts = new HBox(origin, spacer(), state);
        head.getStyleClass().add("pair");
        facts.getStyleClass().add("pair");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox text = new VBox(head, facts, reason);
        text.getStyleClass().add("prior-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        content = new HBox(icon, text);
        content.getStyleClass().add("prior");
        setPrefWidth(0);
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
        origin.setText(line.origin());
        state.setText(line.state());
        reason.setText(line.reason());
        pseudoClassStateChanged(QUIET, line.quiet());
        setText(String.join(", ", line.title(), line.origin(), line.state(), line.reason()));
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClass, "figures");
        return label;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
