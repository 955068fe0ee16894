package org.priorfetch.app.controls;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;

/**
 * A cell that shows a part of its row's line.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public abstract class LineCell<V, L> extends TableCell<Row<V, L>, L> {

    private @Nullable Row<V, L> shown;

    @Override
    protected final void updateItem(@Nullable L line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            shown = null;
            clear();
            return;
        }
        Row<V, L> row = getTableRow() == null ? null : getTableRow().getItem();
        show(line, row != null && row == shown);
        shown = row;
    }

    /**
     * Shows the line.
     *
     * @param sameRow whether the cell showed the same row before, so that a difference is a change
     */
    protected abstract void show(L line, boolean sameRow);

    protected abstract void clear();
}
