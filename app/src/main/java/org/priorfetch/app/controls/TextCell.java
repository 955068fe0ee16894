package org.priorfetch.app.controls;

import java.util.List;
import java.util.function.Function;

import javafx.scene.control.Tooltip;

/**
 * A cell of plain text. What does not fit can be read in a tooltip.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public final class TextCell<V, L> extends LineCell<V, L> {

    private final Function<? super L, String> text;
    private final Tooltip whole = new Tooltip();

    public TextCell(Function<? super L, String> text, String... styleClasses) {
        this.text = text;
        whole.textProperty().bind(textProperty());
        getStyleClass().addAll(List.of(styleClasses));
    }

    @Override
    protected void show(L line, boolean sameRow) {
        String words = text.apply(line);
        setText(words);
        setTooltip(words.isEmpty() ? null : whole);
    }

    @Override
    protected void clear() {
        setText(null);
        setTooltip(null);
    }
}
