package org.priorfetch.app.review;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.i18n.Texts;

/** Two patients side by side, field by field; what does not agree stands out by shape, colour and words. */
final class ComparisonGrid extends GridPane {

    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
    private static final double WIDE_ENOUGH = 720;
    private static final double[] WIDE = {16, 30, 30, 24};
    private static final double[] NARROW = {28, 36, 36};

    private final Texts texts;
    private final double wideEnough;
    private String there = "";
    private List<ComparedLine> lines = List.of();

    ComparisonGrid(Texts texts, Appearance appearance) {
        this.texts = texts;
        wideEnough = appearance.px(WIDE_ENOUGH);
        setId("comparison");
        getStyleClass().add("comparison");
        widthProperty().map(width -> width.doubleValue() >= wideEnough).subscribe(this::layOut);
    }

    void show(String newThere, List<ComparedLine> newLines) {
        there = newThere;
        lines = List.copyOf(newLines);
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
        layOut(isWide());
    }

    private boolean isWide() {
        return getWidth() >= wideEnough;
    }

    /** Where there is room, what differs stands beside the values, else below them. */
    private void layOut(boolean wide) {
        getChildren().clear();
        getColumnConstraints().clear();
        for (double percent : wide ? WIDE : NARROW) {
            getColumnConstraints().add(column(percent));
        }
        addRow(0, new Label(), label(texts.get("review.here"), "comparison-head"),
                label(texts.get("review.there", there), "comparison-head"));
        for (ComparedLine line : lines) {
            add(line, wide);
        }
    }

    private void add(ComparedLine line, boolean wide) {
        Chip words = new Chip();
        words.show(line.mark(), 0, line.words());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label here = label(line.here(), "comparison-value");
        Label theirs = label(line.there(), "comparison-value");
        for (Label value : List.of(here, theirs)) {
            value.pseudoClassStateChanged(DIFFERENT, line.standsOut());
            value.setAccessibleText(line.field() + ": " + value.getText() + ", " + line.words());
        }
        int row = getRowCount();
        addRow(row, label(line.field(), "aside"), here, theirs);
        if (wide) {
            add(words, WIDE.length - 1, row);
        } else {
            add(words, 1, row + 1, 2, 1);
        }
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll(styleClass, "figures");
        return label;
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }
}
