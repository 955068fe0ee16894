package org.priorfetch.app.transfers;

import javafx.scene.Cursor;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.engine.api.TransferView;

/** Lets what waits be dragged to another place in the queue. */
final class QueueDrag {

    private final TableView<Row<TransferView, TransferLine>> table;
    private final QueueModel queue;
    private @Nullable Long dragged;
    private @Nullable TransferRow target;

    private QueueDrag(TableView<Row<TransferView, TransferLine>> table, QueueModel queue) {
        this.table = table;
        this.queue = queue;
    }

    static void on(TableView<Row<TransferView, TransferLine>> table, QueueModel queue) {
        QueueDrag drag = new QueueDrag(table, queue);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::pressed);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::moved);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::released);
    }

    private void pressed(MouseEvent event) {
        dragged = event.getButton() == MouseButton.PRIMARY ? waitingAt(event) : null;
    }

    private void moved(MouseEvent event) {
        if (dragged != null) {
            table.setCursor(Cursor.CLOSED_HAND);
            mark(waitingAt(event) == null ? null : TransferRow.of(event.getPickResult().getIntersectedNode()));
        }
    }

    private void released(MouseEvent event) {
        Long onto = waitingAt(event);
        if (dragged != null && onto != null) {
            queue.drop(dragged, onto);
        }
        dragged = null;
        mark(null);
        table.setCursor(Cursor.DEFAULT);
    }

    private void mark(@Nullable TransferRow row) {
        if (target != null) {
            target.markAsTarget(false);
        }
        if (row != null) {
            row.markAsTarget(true);
        }
        target = row;
    }

    /** The waiting transfer under the mouse; null when there is none. */
    private @Nullable Long waitingAt(MouseEvent event) {
        TransferRow row = TransferRow.of(event.getPickResult().getIntersectedNode());
        Row<TransferView, TransferLine> item = row == null ? null : row.getItem();
        return item != null && queue.isWaiting(item.value().id()) ? item.value().id() : null;
    }
}
