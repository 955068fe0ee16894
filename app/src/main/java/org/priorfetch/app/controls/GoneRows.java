package org.priorfetch.app.controls;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.MultipleSelectionModel;

/**
 * Ends a selection whose row goes. JavaFX would hand it on to a neighbour that nobody has chosen, and the next key or button
 * would be about that one.
 */
public final class GoneRows {

    private GoneRows() {}

    /** To be called before the list or table is given these rows: it is to hear of them later than this. */
    public static <T> void unselect(ObservableList<T> rows, MultipleSelectionModel<T> selection) {
        rows.addListener((ListChangeListener<T>) change -> {
            while (change.next()) {
                if (change.wasRemoved() && isSelected(change.getRemoved(), selection)) {
                    selection.clearSelection();
                }
            }
        });
    }

    private static <T> boolean isSelected(List<? extends T> gone, MultipleSelectionModel<T> selection) {
        T lead = selection.getSelectedItem();
        return (lead != null && gone.contains(lead)) || selection.getSelectedItems().stream().anyMatch(gone::contains);
    }
}
