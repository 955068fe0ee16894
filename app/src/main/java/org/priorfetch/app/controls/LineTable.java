package org.priorfetch.app.controls;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;

/**
 * A table of rows that are updated in place. Columns are as wide as what they hold needs; those that hold free text share
 * the rest. A sorted table is put in order again whenever the pointer is elsewhere, so no row moves under it.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public final class LineTable<V, L> extends TableView<Row<V, L>> {

    /** The style class of columns whose figures stand under each other. */
    public static final String NUMBERS = "numbers";

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final double ROW_HEIGHT = 30;

    private final SortedList<Row<V, L>> sorted;
    private final ColumnSetup<Row<V, L>> setup = new ColumnSetup<>(this, this::fitColumns);
    private final ColumnFit<Row<V, L>> fit;
    private UnaryOperator<@Nullable Comparator<Row<V, L>>> frame = wanted -> wanted;

    public LineTable(Appearance appearance, ObservableList<Row<V, L>> rows, Predicate<? super L> quiet) {
        GoneRows.unselect(rows, getSelectionModel());
        sorted = new SortedList<>(rows);
        setItems(sorted);
        setSortPolicy(_ -> putInOrder());
        setFixedCellSize(appearance.px(ROW_HEIGHT));
        setRowFactory(_ -> new QuietRow<>(quiet));
        getStyleClass().addAll("edge-to-edge", "lines");
        fit = new ColumnFit<>(this, appearance, setup::isWanted);
    }

    /** Adds a column that is as wide as its widest sample, its title, and some more pixels for what is no text. */
    public TableColumn<Row<V, L>, L> fixed(String title, List<String> samples, double more,
            Comparator<? super L> order, Supplier<? extends TableCell<Row<V, L>, L>> cell) {
        TableColumn<Row<V, L>, L> column = column(title, order, cell);
        fit.fixed(column, samples, more);
        return column;
    }

    /** Adds a column that takes its part of the space that is left. */
    public TableColumn<Row<V, L>, L> free(String title, double minimum, double wanted, Comparator<? super L> order,
            Supplier<? extends TableCell<Row<V, L>, L>> cell) {
        TableColumn<Row<V, L>, L> column = column(title, order, cell);
        fit.free(column, minimum, wanted);
        return column;
    }

    /** Marks columns that are left out where there is no room for them, the most important one first. */
    public void leaveOut(List<TableColumn<Row<V, L>, L>> columns) {
        fit.leaveOut(columns);
    }

    /** The width that all which is never left out needs, and the most important of the rest. */
    public double neededWidth() {
        return fit.neededWidth();
    }

    /** Leaves a column out for as long as it has nothing to say. */
    public void need(TableColumn<Row<V, L>, L> column, boolean needed) {
        fit.need(column, needed);
    }

    /** To be called after the rows have been updated. */
    public void keepInOrder() {
        if (!isHover()) {
            putInOrder();
        }
    }

    /** Puts the rows in an order within which the person's own choice of columns holds. */
    public void arrange(UnaryOperator<@Nullable Comparator<Row<V, L>>> newFrame) {
        frame = newFrame;
        putInOrder();
    }

    /** Sets the columns up as they were left; to be called once all columns are there. */
    public void remember(ColumnLayout layout, Consumer<ColumnLayout> whenChanged) {
        setup.restore(layout, whenChanged);
    }

    /** One item for each column, to hide and show it. */
    public List<MenuItem> columnItems() {
        return setup.items();
    }

    private boolean putInOrder() {
        Comparator<Row<V, L>> wanted = frame.apply(getComparator());
        boolean same = wanted == null ? sorted.getComparator() == null : isInOrder(wanted);
        if (!same || sorted.getComparator() == null) {
            sorted.setComparator(wanted);
        }
        return true;
    }

    private boolean isInOrder(Comparator<Row<V, L>> wanted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (wanted.compare(sorted.get(i - 1), sorted.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private void fitColumns() {
        fit.fit();
    }

    private TableColumn<Row<V, L>, L> column(String title, Comparator<? super L> order,
            Supplier<? extends TableCell<Row<V, L>, L>> cell) {
        TableColumn<Row<V, L>, L> column = new TableColumn<>(title);
        column.setCellValueFactory(features -> features.getValue().lineProperty());
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order::compare);
        getColumns().add(column);
        return column;
    }

    private static final class QuietRow<V, L> extends TableRow<Row<V, L>> {

        private final Predicate<? super L> quiet;

        QuietRow(Predicate<? super L> quiet) {
            this.quiet = quiet;
            itemProperty().flatMap(Row::lineProperty).subscribe(this::style);
        }

        private void style(@Nullable L line) {
            pseudoClassStateChanged(QUIET, line != null && quiet.test(line));
        }
    }
}
