package org.priorfetch.app.search;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;

/** The search on top: what it offers stands below it while somebody writes. */
public final class SearchField extends StackPane {

    private static final double BESIDE_THE_PROMPT = 56;
    private static final double LIST_WIDTH = 480;
    private static final double ROW_HEIGHT = 44;
    private static final int ROWS_SHOWN = 9;

    private final Texts texts;
    private final CustomTextField field = new CustomTextField();
    private final ListView<Hit> list = new ListView<>();
    private final PopOver popOver = new PopOver();
    private final double rowHeight;

    public SearchField(SearchModel model, Texts texts, Appearance appearance) {
        this.texts = texts;
        rowHeight = appearance.px(ROW_HEIGHT);
        Label icon = new Label();
        Icons.SEARCH.on(icon, 0.8);
        field.setId("search-all");
        field.setLeft(icon);
        field.setPromptText(texts.get("search.prompt"));
        field.setAccessibleText(texts.get("search.accessible"));
        field.setPrefWidth(appearance.widthOf(List.of(field.getPromptText())) + appearance.px(BESIDE_THE_PROMPT));
        field.textProperty().subscribe((_, text) -> model.ask(text));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popOver.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("search-hits");
        list.setFocusTraversable(false);
        list.setPrefWidth(appearance.px(LIST_WIDTH));
        list.setFixedCellSize(rowHeight);
        list.setCellFactory(_ -> new HitCell());
        list.setOnMouseClicked(_ -> go());
        popOver.setContentNode(list);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setAnimated(false);
        popOver.setAutoHide(true);
        popOver.setHideOnEscape(false); // the field hears it, and is cleared as well
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(field);
        model.hitsProperty().subscribe(this::show);
    }

    /** Gives the keyboard to the search. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /** What is written. */
    public String text() {
        return field.getText();
    }

    /** Writes into it as somebody would, with the caret at the end. */
    public void write(String text) {
        field.setText(text);
        field.positionCaret(text.length());
    }

    /** Goes on with what is written into another one. */
    public void carryOn(SearchField before) {
        field.setText(before.field.getText());
        field.positionCaret(before.field.getCaretPosition());
    }

    private void show(List<Hit> hits) {
        list.getItems().setAll(hits);
        list.setPrefHeight(Math.min(hits.size(), ROWS_SHOWN) * rowHeight + 2);
        if (hits.isEmpty()) {
            popOver.hide();
        } else {
            list.getSelectionModel().selectFirst();
            if (!popOver.isShowing() && field.isFocused()) {
                popOver.show(field);
            }
        }
    }

    private void pressed(KeyEvent event) {
        boolean heard = true;
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> go();
            case ESCAPE -> leave();
            default -> heard = false;
        }
        if (heard) {
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        }
    }

    private void go() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            leave();
            hit.action().run();
        }
    }

    private void leave() {
        popOver.hide();
        field.clear();
    }

    private final class HitCell extends ListCell<Hit> {

        private final Label title = new Label();
        private final Label detail = new Label();
        private final VBox content = new VBox(title, detail);

        HitCell() {
            getStyleClass().add("hit");
            detail.getStyleClass().addAll("aside", "figures");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            hit.icon().on(title, 0.8);
            title.setText(hit.title());
            String kind = texts.get("search.group", hit.group());
            detail.setText(hit.detail().isEmpty() ? kind : texts.get("search.detail", kind, hit.detail()));
            setAccessibleText(hit.title() + ", " + detail.getText());
            setGraphic(content);
        }
    }
}
