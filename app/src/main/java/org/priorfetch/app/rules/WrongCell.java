package org.priorfetch.app.rules;

import java.util.function.Function;
import java.util.function.Predicate;

import javafx.scene.control.ContentDisplay;

import org.priorfetch.app.controls.LineCell;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.MarkIcon;

/** A name, with a mark where something is wrong with what it stands for. */
final class WrongCell<V, L> extends LineCell<V, L> {

    private final Function<L, String> name;
    private final Predicate<L> isWrong;
    private final MarkIcon wrong = new MarkIcon();

    WrongCell(Function<L, String> name, Predicate<L> isWrong) {
        this.name = name;
        this.isWrong = isWrong;
        wrong.show(Mark.FAILED, 0, "");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void show(L line, boolean sameRow) {
        setText(name.apply(line));
        setGraphic(isWrong.test(line) ? wrong : null);
    }

    @Override
    protected void clear() {
        setText(null);
        setGraphic(null);
    }
}
