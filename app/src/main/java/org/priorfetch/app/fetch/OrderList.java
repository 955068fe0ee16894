package org.priorfetch.app.fetch;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;

/** The orders of this sitting with their progress. */
final class OrderList extends ListView<Row<Order, OrderLine>> {

    private static final double ROW_HEIGHT = 34;
    private static final double BAR_WIDTH = 160;
    private static final double BAR_MIN = 60;
    private static final int MOST_ROWS = 4;

    private final OrderBook book;
    private final Texts texts;
    private final Appearance appearance;

    OrderList(OrderBook book, Texts texts, Appearance appearance) {
        super(book.rows());
        this.book = book;
        this.texts = texts;
        this.appearance = appearance;
        setId("orders");
        setAccessibleText(texts.get("fetch.orders"));
        getStyleClass().addAll("edge-to-edge", "orders");
        setFixedCellSize(appearance.px(ROW_HEIGHT));
        setCellFactory(_ -> new OrderCell());
        getItems().subscribe(this::fit);
        fit();
    }

    private void fit() {
        int rows = Math.min(MOST_ROWS, getItems().size());
        setVisible(rows > 0);
        setManaged(rows > 0);
        setMinHeight(rows * appearance.px(ROW_HEIGHT) + 2);
        setPrefHeight(rows * appearance.px(ROW_HEIGHT) + 2);
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    private final class OrderCell extends ListCell<Row<Order, OrderLine>> {

        private final Chip chip = new Chip();
        private final Label title = new Label();
        private final Tooltip wholeTitle = new Tooltip();
        private final ProgressBar bar = new ProgressBar();
        private final Label figures = new Label();
        private final Button cancel = new Button();
        private final HBox content = new HBox(chip, title, bar, figures, cancel);

        OrderCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            content.getStyleClass().add("pair");
            content.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0); // takes the width of the list, and the title gives way
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            title.setTooltip(wholeTitle);
            HBox.setHgrow(title, Priority.ALWAYS);
            bar.setPrefWidth(appearance.px(BAR_WIDTH));
            bar.setMinWidth(appearance.px(BAR_MIN));
            bar.getStyleClass().add("small");
            figures.getStyleClass().add("figures");
            figures.setMinWidth(USE_PREF_SIZE);
            cancel.getStyleClass().addAll("flat", "small", "button-icon");
            cancel.setAccessibleText(texts.get("fetch.cancel"));
            Icons.CANCEL.on(cancel, 0.8);
            cancel.setOnAction(_ -> {
                if (getItem() != null) {
                    book.cancel(getItem().value());
                }
            });
            bar.managedProperty().bind(bar.visibleProperty());
            cancel.managedProperty().bind(cancel.visibleProperty());
            itemProperty().flatMap(Row::lineProperty).subscribe(this::show);
        }

        @Override
        protected void updateItem(@Nullable Row<Order, OrderLine> row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty ? null : content);
        }

        private void show(@Nullable OrderLine line) {
            if (line == null) {
                return;
            }
            String words = line.note().isEmpty() ? line.state() : line.state() + ": " + line.note();
            chip.show(line.mark(), Math.max(0, line.progress()), words);
            chip.setMinWidth(line.note().isEmpty() ? USE_PREF_SIZE : 0);
            title.setText(line.title());
            wholeTitle.setText(line.title());
            bar.setVisible(line.progress() >= 0);
            bar.setProgress(Math.max(0, line.progress()));
            figures.setText(line.figures());
            cancel.setVisible(book.canBeCancelled(line.order()));
        }
    }
}
