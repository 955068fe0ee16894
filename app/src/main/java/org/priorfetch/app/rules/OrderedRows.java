package org.priorfetch.app.rules;

import java.util.Objects;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.LineTable;

/** Keeps the rows of a table in their own order, and what is selected in it the same as in its model. */
final class OrderedRows<V, L> {

    private final LineTable<V, L> table;
    private final ObjectProperty<@Nullable Long> selected;
    private final Function<V, Long> id;

    private OrderedRows(LineTable<V, L> table, ObjectProperty<@Nullable Long> selected, Function<V, Long> id) {
        this.table = table;
        this.selected = selected;
        this.id = id;
    }

    /** To be called once the table has its columns. */
    static <V, L> void keep(LineTable<V, L> table, ObservableList<Row<V, L>> rows,
            ObjectProperty<@Nullable Long> selected, Function<V, Long> id) {
        OrderedRows<V, L> kept = new OrderedRows<>(table, selected, id);
        table.getColumns().forEach(column -> column.setSortable(false));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                selected.set(id.apply(row.value()));
            }
        });
        selected.subscribe(_ -> kept.select());
        rows.addListener((ListChangeListener<Row<V, L>>) _ -> kept.select());
    }

    private void select() {
        Long wanted = selected.get();
        table.getItems()
                .stream()
                .filter(row -> Objects.equals(wanted, id.apply(row.value())))
                .findFirst()
                .ifPresent(row -> {
                    if (row != table.getSelectionModel().getSelectedItem()) {
                        table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
                        table.scrollTo(row);
                    }
                });
    }
}
