package org.priorfetch.app.fetch;

import java.util.function.BiConsumer;

import javafx.scene.control.TreeTableCell;

import org.jspecify.annotations.Nullable;

/** A cell that shows a part of its row. */
final class HitCell extends TreeTableCell<Hit, Hit> {

    private final BiConsumer<HitCell, Hit> present;

    /** @param present sets text and graphic, which are empty before */
    HitCell(BiConsumer<HitCell, Hit> present) {
        this.present = present;
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (hit != null && !empty) {
            present.accept(this, hit);
        }
    }
}
