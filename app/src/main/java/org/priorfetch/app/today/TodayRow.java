package org.priorfetch.app.today;

import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.engine.model.ReadinessVerdict;

/** A row of the table; the head of a group is written across all columns, and folds when it is clicked. */
final class TodayRow extends TableRow<Row<TodayItem, TodayLine>> {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final Label head = new Label();

    TodayRow(Consumer<ReadinessVerdict> fold) {
        head.getStyleClass().addAll("group-head", "figures");
        head.setMouseTransparent(true);
        itemProperty().flatMap(Row::lineProperty).subscribe(this::show);
        setOnMouseClicked(click -> {
            Row<TodayItem, TodayLine> row = getItem();
            if (click.getButton() == MouseButton.PRIMARY && row != null
                    && row.value() instanceof TodayItem.Group group) {
                fold.accept(group.verdict());
            }
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WithHead(this);
    }

    private void show(@Nullable TodayLine line) {
        boolean group = line instanceof TodayLine.GroupLine;
        pseudoClassStateChanged(QUIET, line != null && line.quiet());
        pseudoClassStateChanged(GROUP, group);
        head.setVisible(group);
        if (line instanceof TodayLine.GroupLine(_, String title, boolean folded)) {
            head.setText(title);
            (folded ? Icons.FOLDED : Icons.OPENED).on(head);
            setAccessibleText(title);
        }
    }

    private static final class WithHead extends TableRowSkin<Row<TodayItem, TodayLine>> {

        private final TodayRow row;

        WithHead(TodayRow row) {
            super(row);
            this.row = row;
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            super.layoutChildren(x, y, width, height);
            if (!getChildren().contains(row.head)) {
                getChildren().add(row.head);
            }
            row.head.resizeRelocate(x, y, width, height);
        }
    }
}
