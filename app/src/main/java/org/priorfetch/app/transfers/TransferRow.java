package org.priorfetch.app.transfers;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.engine.api.TransferView;

/** A row of the table. */
final class TransferRow extends TableRow<Row<TransferView, TransferLine>> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    TransferRow() {
        itemProperty().flatMap(Row::lineProperty).subscribe(this::show);
    }

    /** The row that a node is part of; null when it is part of none. */
    static @Nullable TransferRow of(@Nullable Node node) {
        Node at = node;
        while (at != null && !(at instanceof TransferRow)) {
            at = at.getParent();
        }
        return (TransferRow) at;
    }

    void markAsTarget(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    private void show(@Nullable TransferLine line) {
        pseudoClassStateChanged(QUIET, line != null && line.quiet());
    }
}
