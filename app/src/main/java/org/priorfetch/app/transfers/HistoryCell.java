package org.priorfetch.app.transfers;

import java.util.function.Function;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Chip;

/** A cell of the history: a text, or a chip; a quiet sign while its page is being read. */
final class HistoryCell extends TableCell<HistoryRow, TransferLine> {

    private static final String NOT_YET = "…";

    private final Function<TransferLine, String> text;
    private final @Nullable Chip chip;
    private final Tooltip whole = new Tooltip();

    private HistoryCell(Function<TransferLine, String> text, @Nullable Chip chip) {
        this.text = text;
        this.chip = chip;
        whole.textProperty().bind(textProperty());
        getStyleClass().addAll(chip == null ? "figures" : "chip-cell");
        setContentDisplay(chip == null ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
    }

    static HistoryCell text(Function<TransferLine, String> text) {
        return new HistoryCell(text, null);
    }

    static HistoryCell chip() {
        return new HistoryCell(TransferLine::state, new Chip());
    }

    @Override
    protected void updateItem(@Nullable TransferLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText(empty || chip != null ? null : NOT_YET);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setText(text.apply(line));
        setTooltip(getText().isEmpty() ? null : whole);
        if (chip != null) {
            chip.show(line.mark(), Math.max(0, line.progress()), line.state());
            setGraphic(chip);
        }
    }
}
