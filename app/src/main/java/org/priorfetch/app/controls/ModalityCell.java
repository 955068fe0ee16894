package org.priorfetch.app.controls;

import java.util.Collection;
import java.util.function.Function;

import javafx.scene.control.ContentDisplay;

/**
 * A cell with modalities.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public final class ModalityCell<V, L> extends LineCell<V, L> {

    private final Function<? super L, ? extends Collection<String>> modalities;
    private final ModalityChips chips = new ModalityChips();

    public ModalityCell(Function<? super L, ? extends Collection<String>> modalities) {
        this.modalities = modalities;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void show(L line, boolean sameRow) {
        Collection<String> all = modalities.apply(line);
        chips.show(all);
        setText(String.join(", ", all));
        setGraphic(chips);
    }

    @Override
    protected void clear() {
        setText(null);
        setGraphic(null);
    }
}
