package org.priorfetch.app.fetch;

import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.WhileShown;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.ArchiveQuery;

/** What can be done with the fields to search with: search, stop, clear, and take up one of the last searches. */
final class SearchButtons extends HBox {

    private final SearchForm form;
    private final SearchModel search;
    private final SearchLabels labels;

    /** @param cleared called when the fields were emptied */
    SearchButtons(SearchForm form, SearchModel search, SearchLabels labels, Texts texts, Privacy privacy,
            Runnable cleared) {
        this.form = form;
        this.search = search;
        this.labels = labels;
        Button ask = new Button(texts.get("fetch.search"));
        ask.setId("search");
        ask.setDefaultButton(true);
        Icons.SEARCH.on(ask, 0.9);
        ask.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !form.problem().getValue().isEmpty() || search.reach().isLost(), form.problem(),
                        search.reach().lostProperty()));
        ask.setOnAction(_ -> search.search());
        Button stop = new Button(texts.get("fetch.stop"));
        stop.setId("stop");
        stop.disableProperty().bind(search.searching().not());
        stop.setOnAction(_ -> search.stop());
        Button clear = new Button(texts.get("fetch.clear"));
        clear.setId("clear");
        clear.setOnAction(_ -> {
            form.clear();
            cleared.run();
        });
        getChildren().addAll(ask, stop, clear, history(texts, privacy));
        getStyleClass().add("search-buttons");
        setAlignment(Pos.BOTTOM_LEFT);
        for (Node button : getChildren()) {
            ((Region) button).setMinWidth(USE_PREF_SIZE);
        }
    }

    private MenuButton history(Texts texts, Privacy privacy) {
        MenuButton history = new MenuButton(texts.get("fetch.history"));
        WhileShown.of(history, privacy.displayProperty()).subscribe(_ -> history.hide());
        history.setId("history");
        ObservableList<ArchiveQuery> queries = search.history();
        history.disableProperty().bind(Bindings.isEmpty(queries).or(search.reach().lostProperty()));
        history.setOnShowing(_ -> history.getItems().setAll(queries.stream().map(this::again).toList()));
        return history;
    }

    private MenuItem again(ArchiveQuery query) {
        MenuItem item = new MenuItem(labels.of(query));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            form.show(query);
            search.search();
        });
        return item;
    }
}
