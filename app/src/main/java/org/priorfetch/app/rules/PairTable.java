package org.priorfetch.app.rules;

import static java.util.Comparator.comparing;

import javafx.scene.control.Label;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;

/** The pairs in the order of the file. */
final class PairTable {

    private final LineTable<PairItem, PairLine> table;

    PairTable(PairsModel model, Workplace workplace) {
        Texts texts = workplace.texts();
        table = new LineTable<>(workplace.appearance(), model.rows(), _ -> false);
        table.setId("pairs-table");
        table.setAccessibleText(texts.get("rules.section.PAIRS"));
        table.setPlaceholder(nothing(texts));
        table.free(texts.get("rules.name"), 120, 190, comparing(PairLine::name),
                () -> new WrongCell<>(PairLine::name, PairLine::wrong));
        table.free(texts.get("rules.column.for"), 120, 220, comparing(PairLine::appointments),
                () -> new TextCell<>(PairLine::appointments));
        table.free(texts.get("rules.pair.column.priors"), 120, 220, comparing(PairLine::priors),
                () -> new TextCell<>(PairLine::priors));
        table.setMinHeight(0);
        OrderedRows.keep(table, model.rows(), model.selectedProperty(), PairItem::id);
    }

    LineTable<PairItem, PairLine> table() {
        return table;
    }

    private static Label nothing(Texts texts) {
        Label nothing = new Label(texts.get("rules.pair.none"));
        nothing.setWrapText(true);
        nothing.getStyleClass().add("notice-hint");
        return nothing;
    }
}
