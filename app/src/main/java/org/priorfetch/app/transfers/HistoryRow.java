package org.priorfetch.app.transfers;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.TransferView;

/** One place in the history. It is empty until its page has been read. */
final class HistoryRow {

    private final ReadOnlyObjectWrapper<@Nullable TransferLine> line = new ReadOnlyObjectWrapper<>();

    /** Null until it has been read. */
    ReadOnlyObjectProperty<@Nullable TransferLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    @Nullable
    TransferView view() {
        TransferLine shown = line.get();
        return shown == null ? null : shown.view();
    }

    void show(TransferLine read) {
        line.set(read);
    }
}
