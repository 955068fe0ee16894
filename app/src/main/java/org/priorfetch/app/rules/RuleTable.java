package org.priorfetch.app.rules;

import static java.util.Comparator.comparing;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;

/** The rules in the order in which they are looked at. */
final class RuleTable extends StackPane {

    private final Texts texts;
    private final LineTable<RuleItem, RuleLine> table;

    RuleTable(RulesModel model, Workplace workplace, ObservableBooleanValue locked) {
        texts = workplace.texts();
        table = new LineTable<>(workplace.appearance(), model.rules().rows(), _ -> false);
        table.setId("rules-table");
        table.setAccessibleText(texts.get("rules.title"));
        table.setPlaceholder(scrolling(new RulesEmpty(model, texts, locked)));
        addColumns();
        OrderedRows.keep(table, model.rules().rows(), model.rules().selectedProperty(), RuleItem::id);
        table.setMinHeight(0);
        getChildren().add(table);
    }

    LineTable<RuleItem, RuleLine> table() {
        return table;
    }

    private static ScrollPane scrolling(RulesEmpty empty) {
        ScrollPane pane = new ScrollPane(empty);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    private void addColumns() {
        table.fixed("", List.of("88"), 0, comparing(RuleLine::number),
                () -> new TextCell<>(RuleLine::number, "figures"));
        table.free(texts.get("rules.name"), 120, 190, comparing(RuleLine::name),
                () -> new WrongCell<>(RuleLine::name, RuleLine::wrong));
        table.free(texts.get("rules.column.for"), 120, 220, comparing(RuleLine::appointments),
                () -> new TextCell<>(RuleLine::appointments));
        table.free(texts.get("rules.column.priors"), 80, 120, comparing(RuleLine::priors),
                () -> new TextCell<>(RuleLine::priors));
        var most = table.free(texts.get("rules.maxPriors"), 92, 96, comparing(RuleLine::maxPriors),
                () -> new TextCell<>(RuleLine::maxPriors, "figures"));
        var age = table.free(texts.get("rules.maxAge"), 116, 124, comparing(RuleLine::maxAge),
                () -> new TextCell<>(RuleLine::maxAge, "figures"));
        table.leaveOut(List.of(most, age));
    }
}
