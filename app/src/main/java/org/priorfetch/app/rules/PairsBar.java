package org.priorfetch.app.rules;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.priorfetch.app.controls.IconButton;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;

/** What can be done with the pairs in the list. */
final class PairsBar extends HBox {

    PairsBar(PairsModel model, Texts texts, ObservableBooleanValue locked, Runnable add) {
        getStyleClass().add("rules-bar");
        Button fresh = new Button(texts.get("rules.pair.add"));
        Icons.ADD.on(fresh);
        fresh.setId("pair-add");
        fresh.setMinWidth(USE_PREF_SIZE);
        fresh.setOnAction(_ -> add.run());
        fresh.disableProperty().bind(locked);
        Button remove = new IconButton(Icons.REMOVE, texts.get("rules.pair.remove"), model::remove);
        remove.setId("pair-remove");
        remove.disableProperty().bind(Bindings.or(locked, model.shownProperty().isNull()));
        getChildren().addAll(fresh, remove);
    }
}
