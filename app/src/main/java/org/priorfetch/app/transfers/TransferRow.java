package org.priorfetch.app.transfers;

import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.engine.api.TransferView;

/** A row of the table; what waits can be dragged to another place in the queue. */
final class TransferRow extends TableRow<Row<TransferView, TransferLine>> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    /** What stood here when the mouse was pressed: rows are given to others while it moves. */
    private @Nullable Row<TransferView, TransferLine> pressed;

    TransferRow(QueueModel queue) {
        itemProperty().flatMap(Row::lineProperty).subscribe(this::show);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressed = getItem());
        setOnDragDetected(event -> {
            if (waits(pressed, queue)) {
                startFullDrag();
                getTableView().setCursor(Cursor.CLOSED_HAND);
                event.consume();
            }
        });
        setOnMouseReleased(_ -> getTableView().setCursor(Cursor.DEFAULT));
        addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED,
                _ -> pseudoClassStateChanged(TARGET, waits(getItem(), queue)));
        addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> pseudoClassStateChanged(TARGET, false));
        addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, event -> {
            pseudoClassStateChanged(TARGET, false);
            Row<TransferView, TransferLine> source = event.getGestureSource() instanceof TransferRow row
                    ? row.pressed
                    : null;
            if (source != null && getItem() != null) {
                queue.drop(source.value().id(), getItem().value().id());
            }
        });
    }

    private static boolean waits(@Nullable Row<TransferView, TransferLine> row, QueueModel queue) {
        return row != null && queue.isWaiting(row.value().id());
    }

    private void show(@Nullable TransferLine line) {
        pseudoClassStateChanged(QUIET, line != null && line.quiet());
    }
}
