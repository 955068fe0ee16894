package org.priorfetch.app.controls;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import javafx.scene.control.ContentDisplay;

/**
 * A cell with a chip. A change of its words fades in.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public final class ChipCell<V, L> extends LineCell<V, L> {

    private final Function<? super L, Mark> mark;
    private final ToDoubleFunction<? super L> progress;
    private final Function<? super L, String> words;
    private final Chip chip = new Chip();

    public ChipCell(Function<? super L, Mark> mark, ToDoubleFunction<? super L> progress,
            Function<? super L, String> words) {
        this.mark = mark;
        this.progress = progress;
        this.words = words;
        getStyleClass().add("chip-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void show(L line, boolean sameRow) {
        String text = words.apply(line);
        boolean changed = !text.equals(chip.getText());
        chip.show(mark.apply(line), progress.applyAsDouble(line), text);
        if (!sameRow) {
            chip.settle();
        } else if (changed) {
            chip.announce();
        }
        setText(text);
        setGraphic(chip);
    }

    @Override
    protected void clear() {
        setText(null);
        setGraphic(null);
    }
}
