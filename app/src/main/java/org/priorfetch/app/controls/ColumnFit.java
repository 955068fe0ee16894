package org.priorfetch.app.controls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Makes the columns of a table as wide as what they hold needs, and lets those that hold free text share the rest. Where
 * there is no room for all, it leaves some out rather than cut what stands in the others.
 */
public final class ColumnFit<S> {

    private static final double CELL_PADDING = 20;
    private static final double SCROLL_BAR = 12;
    private static final double FREE_MAX = 2000;

    private final TableView<S> table;
    private final Appearance appearance;
    private final Predicate<? super TableColumn<S, ?>> wanted;
    private final List<TableColumn<S, ?>> optional = new ArrayList<>();
    private final Set<TableColumn<S, ?>> unneeded = new HashSet<>();

    /** All columns are wanted. */
    public ColumnFit(TableView<S> table, Appearance appearance) {
        this(table, appearance, _ -> true);
    }

    /** @param wanted whether a person wants to see a column */
    ColumnFit(TableView<S> table, Appearance appearance, Predicate<? super TableColumn<S, ?>> wanted) {
        this.table = table;
        this.appearance = appearance;
        this.wanted = wanted;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.widthProperty().subscribe(this::fit);
    }

    /** As wide as its widest sample, its title, and some more pixels for what is no text. */
    public void fixed(TableColumn<S, ?> column, List<String> samples, double more) {
        double header = appearance.widthOf(List.of(column.getText())) + appearance.px(CELL_PADDING);
        double content = appearance.widthOf(samples) + appearance.px(CELL_PADDING + more);
        double width = Math.max(header, content);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    /** Takes its part of the space that is left. */
    public void free(TableColumn<S, ?> column, double minimum, double preferred) {
        column.setMinWidth(appearance.px(minimum));
        column.setPrefWidth(appearance.px(preferred));
        column.setMaxWidth(FREE_MAX);
    }

    /** Marks columns that are left out where there is no room for them, the most important one first. */
    public void leaveOut(List<? extends TableColumn<S, ?>> columns) {
        optional.addAll(columns);
    }

    /** The width that all which is never left out needs, and the most important of the rest. */
    double neededWidth() {
        double important = optional.isEmpty() ? 0 : optional.getFirst().getMinWidth();
        return SCROLL_BAR + important
                + table.getColumns()
                        .stream()
                        .filter(column -> !optional.contains(column) && wanted.test(column))
                        .mapToDouble(TableColumn::getMinWidth)
                        .sum();
    }

    /** Leaves a column out for as long as it has nothing to say. */
    void need(TableColumn<S, ?> column, boolean needed) {
        if (needed ? unneeded.remove(column) : unneeded.add(column)) {
            fit();
        }
    }

    void fit() {
        double room = table.getWidth() - SCROLL_BAR;
        for (TableColumn<S, ?> column : table.getColumns()) {
            if (!optional.contains(column)) {
                column.setVisible(wanted.test(column));
                room -= column.isVisible() ? column.getMinWidth() : 0;
            }
        }
        for (TableColumn<S, ?> column : optional) {
            boolean shown = wanted.test(column) && !unneeded.contains(column);
            boolean fits = room >= column.getMinWidth() || table.getWidth() == 0;
            column.setVisible(shown && fits);
            if (shown) {
                room = fits ? room - column.getMinWidth() : 0;
            }
        }
    }
}
