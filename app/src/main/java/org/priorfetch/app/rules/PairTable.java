package org.priorfetch.app.rules;

import static java.util.Comparator.comparing;

import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;

/** The pairs in the order of the file. */
final class PairTable {

    private final PairsModel model;
    private final LineTable<PairItem, PairLine> table;

    PairTable(PairsModel model, Workplace workplace) {
        this.model = model;
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
        table.getColumns().forEach(PairTable::keepOrder);
        table.setMinHeight(0);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row.value().id());
            }
        });
        model.selectedProperty().subscribe(_ -> select());
        model.rows().addListener((ListChangeListener<Row<PairItem, PairLine>>) _ -> select());
    }

    LineTable<PairItem, PairLine> table() {
        return table;
    }

    private static void keepOrder(TableColumnBase<?, ?> column) {
        column.setSortable(false);
    }

    private static Label nothing(Texts texts) {
        Label nothing = new Label(texts.get("rules.pair.none"));
        nothing.setWrapText(true);
        nothing.getStyleClass().add("notice-hint");
        return nothing;
    }

    private void select() {
        Long wanted = model.selectedProperty().get();
        table.getItems().stream().filter(row -> Objects.equals(wanted, row.value().id())).findFirst().ifPresent(row -> {
            if (row != table.getSelectionModel().getSelectedItem()) {
                table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
                table.scrollTo(row);
            }
        });
    }
}
