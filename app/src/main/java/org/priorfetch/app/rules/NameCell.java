package org.priorfetch.app.rules;

import javafx.scene.control.ContentDisplay;

import org.priorfetch.app.controls.LineCell;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.MarkIcon;

/** A rule's name, with a mark where something is wrong with the rule. */
final class NameCell extends LineCell<RuleItem, RuleLine> {

    private final MarkIcon wrong = new MarkIcon();

    NameCell() {
        wrong.show(Mark.FAILED, 0, "");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void show(RuleLine line, boolean sameRow) {
        setText(line.name());
        setGraphic(line.wrong() ? wrong : null);
    }

    @Override
    protected void clear() {
        setText(null);
        setGraphic(null);
    }
}
