package org.priorfetch.app.panel;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Keeps the verdicts of all rows below each other, as wide as the widest that was seen since the panel was opened. */
final class ChipWidths {

    private final double least;
    private final List<Column> columns = new ArrayList<>();
    private double widest;

    ChipWidths(double least) {
        this.least = least;
        widest = least;
    }

    /** Where a row shows its verdict. */
    Column column(Node verdict) {
        Column column = new Column(this, verdict);
        columns.add(column);
        return column;
    }

    /** What was wide before is not there any more, perhaps. */
    void measureAnew() {
        widest = least;
        columns.forEach(Column::requestLayout);
    }

    private double fitting(double wanted) {
        if (wanted > widest) {
            widest = wanted;
            columns.forEach(Column::requestLayout);
        }
        return widest;
    }

    /** As wide as all the others. */
    static final class Column extends StackPane {

        private final ChipWidths widths;

        private Column(ChipWidths widths, Node verdict) {
            super(verdict);
            this.widths = widths;
            setAlignment(Pos.CENTER_LEFT);
            setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected double computePrefWidth(double height) {
            return widths.fitting(super.computePrefWidth(height));
        }
    }
}
