package org.priorfetch.app.review;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.i18n.Texts;

/** Two patients side by side, field by field; what does not agree stands out by shape, colour and words. */
final class ComparisonGrid extends GridPane {

    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
    private static final double VALUES = 30;
    private static final double WORDS = 24;
    private static final double FIELDS = 16;

    private final Texts texts;

    ComparisonGrid(Texts texts) {
        this.texts = texts;
        setId("comparison");
        getStyleClass().add("comparison");
        getColumnConstraints().addAll(column(FIELDS), column(VALUES), column(VALUES), column(WORDS));
    }

    void show(String there, List<ComparedLine> lines) {
        getChildren().clear();
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
        addRow(0, new Label(), label(texts.get("review.here"), "comparison-head"),
                label(texts.get("review.there", there), "comparison-head"), new Label());
        for (ComparedLine line : lines) {
            add(line);
        }
    }

    private void add(ComparedLine line) {
        Chip words = new Chip();
        words.show(line.mark(), 0, line.words());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label here = label(line.here(), "comparison-value");
        Label there = label(line.there(), "comparison-value");
        for (Label value : List.of(here, there)) {
            value.pseudoClassStateChanged(DIFFERENT, line.standsOut());
            value.setAccessibleText(line.field() + ": " + value.getText() + ", " + line.words());
        }
        addRow(getRowCount(), label(line.field(), "aside"), here, there, words);
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
