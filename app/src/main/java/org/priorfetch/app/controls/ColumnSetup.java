package org.priorfetch.app.controls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Lets a person move, hide and sort the columns of a table, and remembers it. */
final class ColumnSetup<S> {

    private static final String DESCENDING = "-";

    private final TableView<S> table;
    private final Runnable fit;
    private final Set<String> hidden = new HashSet<>();
    private Consumer<ColumnLayout> remember = _ -> {};

    ColumnSetup(TableView<S> table, Runnable fit) {
        this.table = table;
        this.fit = fit;
    }

    boolean isWanted(TableColumn<S, ?> column) {
        return !hidden.contains(column.getId());
    }

    /** To be called once all columns are there. */
    void restore(ColumnLayout layout, Consumer<ColumnLayout> whenChanged) {
        List<TableColumn<S, ?>> columns = new ArrayList<>();
        layout.order()
                .forEach(id -> table.getColumns().stream().filter(one -> id.equals(one.getId())).forEach(columns::add));
        table.getColumns().stream().filter(one -> !columns.contains(one)).forEach(columns::add);
        table.getColumns().setAll(columns);
        hidden.addAll(layout.hidden());
        layout.sorted().forEach(this::sortBy);
        fit.run();
        remember = whenChanged;
        table.getColumns().addListener((ListChangeListener<TableColumn<S, ?>>) _ -> changed());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<S, ?>>) _ -> changed());
        table.getColumns().forEach(column -> {
            column.sortTypeProperty().subscribe((_, _) -> changed());
            column.setContextMenu(new ContextMenu(items().toArray(MenuItem[]::new)));
        });
    }

    /** One for each column, to hide and show it. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (TableColumn<S, ?> column : table.getColumns()) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setId("column-" + column.getId());
            item.setSelected(isWanted(column));
            item.setOnAction(_ -> want(column, item.isSelected()));
            items.add(item);
        }
        return items;
    }

    private void want(TableColumn<S, ?> column, boolean wanted) {
        boolean last = table.getVisibleLeafColumns().size() == 1;
        if (wanted) {
            hidden.remove(column.getId());
        } else if (!last) {
            hidden.add(column.getId());
        }
        fit.run();
        changed();
    }

    private void sortBy(String stored) {
        boolean descending = stored.startsWith(DESCENDING);
        String id = descending ? stored.substring(DESCENDING.length()) : stored;
        table.getColumns().stream().filter(column -> id.equals(column.getId())).forEach(column -> {
            column.setSortType(descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            table.getSortOrder().add(column);
        });
    }

    private void changed() {
        remember.accept(new ColumnLayout(table.getColumns().stream().map(TableColumn::getId).toList(),
                hidden.stream().sorted().toList(),
                table.getSortOrder()
                        .stream()
                        .map(column -> (column.getSortType() == TableColumn.SortType.DESCENDING ? DESCENDING : "")
                                + column.getId())
                        .toList()));
    }
}
