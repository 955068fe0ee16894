package org.priorfetch.app.panel;

import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;

/** A row of the panel's list, of any kind. Changes of what it shows happen in place. */
final class GlanceCell extends ListCell<Row<PanelItem, Glance>> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass INNER = PseudoClass.getPseudoClass("inner");

    private final PanelModel model;
    private final AppointmentPart appointment;
    private final PriorPart prior;
    private final Label fold = new Label();
    private final Label aside = new Label();
    private @Nullable Row<PanelItem, Glance> shown;
    private Subscription subscription = Subscription.EMPTY;

    GlanceCell(PanelModel model, Appearance appearance, ChipWidths verdicts, Texts texts,
            BiConsumer<Deed, PanelItem> act) {
        this.model = model;
        appointment = new AppointmentPart(appearance, verdicts);
        prior = new PriorPart(texts, deed -> {
            if (shown != null) {
                act.accept(deed, shown.value());
            }
        });
        fold.getStyleClass().addAll("aside", "figures");
        aside.getStyleClass().addAll("aside", "figures");
        aside.setWrapText(true);
        getStyleClass().add("glance-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            Row<PanelItem, Glance> row = getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                model.toggle(row.value());
            }
        });
    }

    /** What wraps takes as many lines as it needs at the width that the list has. */
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty() || !(getGraphic() instanceof Region content)) {
            return super.computePrefHeight(width);
        }
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + content.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Row<PanelItem, Glance> row, boolean empty) {
        super.updateItem(row, empty);
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        if (empty || row == null) {
            shown = null;
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
        } else {
            subscription = row.lineProperty().subscribe(_ -> show(row, model.line(row)));
        }
    }

    private void show(Row<PanelItem, Glance> row, PanelLine line) {
        boolean sameRow = row == shown;
        shown = row;
        Node node = switch (line) {
            case PanelLine.Appointment seen -> {
                appointment.show(seen, sameRow);
                yield appointment.node();
            }
            case PanelLine.Prior seen -> {
                prior.show(seen);
                yield prior.node();
            }
            case PanelLine.Fold seen -> {
                fold.setText(seen.text());
                (seen.open() ? Icons.OPENED : Icons.FOLDED).on(fold, 0.8);
                yield fold;
            }
            case PanelLine.Aside seen -> {
                aside.setText(seen.text());
                yield aside;
            }
        };
        pseudoClassStateChanged(QUIET, isQuiet(line));
        pseudoClassStateChanged(OPEN, line instanceof PanelLine.Appointment seen && seen.open());
        pseudoClassStateChanged(INNER, row.value() instanceof PanelItem.Prior
                || row.value() instanceof PanelItem.NoPriors);
        setAccessibleText(line.spoken());
        if (!Objects.equals(getGraphic(), node)) {
            setGraphic(node);
        }
    }

    private static boolean isQuiet(PanelLine line) {
        return switch (line) {
            case PanelLine.Appointment seen -> seen.quiet();
            case PanelLine.Prior seen -> seen.quiet();
            case PanelLine.Fold _,PanelLine.Aside _ -> false;
        };
    }
}
