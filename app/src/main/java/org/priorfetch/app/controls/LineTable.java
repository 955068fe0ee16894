package org.priorfetch.app.controls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final double CELL_PADDING = 20;
    private static final double SCROLL_BAR = 12;
    private static final double FREE_MAX = 2000;

    private final Appearance appearance;
    private final List<TableColumn<Row<V, L>, L>> optional = new ArrayList<>();
    private final Set<TableColumn<Row<V, L>, L>> unneeded = new HashSet<>();
    private final SortedList<Row<V, L>> sorted;
    private final ColumnSetup<Row<V, L>> setup = new ColumnSetup<>(this, this::fitColumns);
    private UnaryOperator<@Nullable Comparator<Row<V, L>>> frame = wanted -> wanted;

    public LineTable(Appearance appearance, ObservableList<Row<V, L>> rows, Predicate<? super L> quiet) {
        this.appearance = appearance;
        GoneRows.unselect(rows, getSelectionModel());
        sorted = new SortedList<>(rows);
        setItems(sorted);
        setSortPolicy(_ -> putInOrder());
        setFixedCellSize(appearance.px(ROW_HEIGHT));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setRowFactory(_ -> new QuietRow<>(quiet));
        getStyleClass().addAll("edge-to-edge", "lines");
        widthProperty().subscribe(this::fitColumns);
    }

    /** Adds a column that is as wide as its widest sample, its title, and some more pixels for what is no text. */
    public TableColumn<Row<V, L>, L> fixed(String title, List<String> samples, double more,
            Comparator<? super L> order, Supplier<? extends TableCell<Row<V, L>, L>> cell) {
        TableColumn<Row<V, L>, L> column = column(title, order, cell);
        double header = appearance.widthOf(List.of(title)) + appearance.px(CELL_PADDING);
        double content = appearance.widthOf(samples) + appearance.px(CELL_PADDING + more);
        double width = Math.max(header, content);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    /** Adds a column that takes its part of the space that is left. */
    public TableColumn<Row<V, L>, L> free(String title, double minimum, double wanted, Comparator<? super L> order,
            Supplier<? extends TableCell<Row<V, L>, L>> cell) {
        TableColumn<Row<V, L>, L> column = column(title, order, cell);
        column.setMinWidth(appearance.px(minimum));
        column.setPrefWidth(appearance.px(wanted));
        column.setMaxWidth(FREE_MAX);
        return column;
    }

    /** Marks columns that are left out where there is no room for them, the most important one first. */
    public void leaveOut(List<TableColumn<Row<V, L>, L>> columns) {
        optional.addAll(columns);
    }

    /** The width that all which is never left out needs, and the most important of the rest. */
    public double neededWidth() {
        double important = optional.isEmpty() ? 0 : optional.getFirst().getMinWidth();
        return SCROLL_BAR + important
                + getColumns().stream()
                        .filter(column -> !optional.contains(column) && setup.isWanted(column))
                        .mapToDouble(TableColumn::getMinWidth)
                        .sum();
    }

    /** Leaves a column out for as long as it has nothing to say. */
    public void need(TableColumn<Row<V, L>, L> column, boolean needed) {
        if (needed ? unneeded.remove(column) : unneeded.add(column)) {
            fitColumns();
        }
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
        double room = getWidth() - SCROLL_BAR;
        for (TableColumn<Row<V, L>, ?> column : getColumns()) {
            if (!optional.contains(column)) {
                column.setVisible(setup.isWanted(column));
                room -= column.isVisible() ? column.getMinWidth() : 0;
            }
        }
        for (TableColumn<Row<V, L>, L> column : optional) {
            boolean wanted = setup.isWanted(column) && !unneeded.contains(column);
            boolean fits = room >= column.getMinWidth() || getWidth() == 0;
            column.setVisible(wanted && fits);
            if (wanted) {
                room = fits ? room - column.getMinWidth() : 0;
            }
        }
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
