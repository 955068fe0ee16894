package org.priorfetch.app.sources;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.ReachStrip;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.engine.api.AdminArea;

/** The screen "Sources": the parts of the site on the left, the chosen one's form on the right. */
final class SourcesView extends BorderPane {

    private static final double LIST_SHARE = 0.32;
    private static final double LIST_WIDTH = 250;

    private final SiteModel model;
    private final ListView<Row<PartEntry, PartLine>> list;

    SourcesView(SiteModel model, AdminSession admin, Texts texts, Appearance appearance) {
        this.model = model;
        getStyleClass().add("sources");
        list = new ListView<>(model.rows());
        list.setId("parts");
        list.setCellFactory(_ -> new PartCell());
        list.setAccessibleText(texts.get("sources.title"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.open().selectedProperty().subscribe(this::select);
        model.rows().subscribe(() -> select(model.open().selectedProperty().get()));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(add(texts), list);
        left.getStyleClass().add("parts");
        left.setMinWidth(appearance.px(LIST_WIDTH));
        SplitPane both = new SplitPane(left, new PartPane(model.site(), model.open(), admin, texts));
        both.setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(left, false);
        LockStrip lock = new LockStrip(admin, AdminArea.SITE, texts);
        lock.disableProperty().bind(model.site().reach().lostProperty());
        setTop(new VBox(new ReachStrip(model.site().reach(), texts.get("sources.lost")), lock));
        setCenter(both);
    }

    private HBox add(Texts texts) {
        MenuButton add = new MenuButton(texts.get("sources.add"));
        add.setId("add");
        Icons.ADD.on(add);
        for (Part part : new Part[]{Part.SOURCE, Part.WORKLIST}) {
            MenuItem item = new MenuItem(texts.get("sources.part", part));
            item.setId("add-" + part);
            item.setOnAction(_ -> model.open().add(part));
            add.getItems().add(item);
        }
        Button reload = new Button(texts.get("sources.reload"));
        reload.setId("reload");
        reload.disableProperty().bind(model.site().reach().lostProperty());
        reload.setOnAction(_ -> model.load());
        HBox bar = new HBox(add, reload);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private void chosen(@Nullable Row<PartEntry, PartLine> row) {
        PartEntry shown = model.open().selectedProperty().get();
        if (row != null && (shown == null || !shown.key().equals(row.value().key()))) {
            model.open().selectedProperty().set(row.value());
        }
    }

    private void select(@Nullable PartEntry entry) {
        list.getItems()
                .stream()
                .filter(row -> entry != null && row.value().key().equals(entry.key()))
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
    }

    void focus() {
        list.requestFocus();
    }
}
