package org.priorfetch.app.rules;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.priorfetch.app.controls.IconButton;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;

/** What can be done with the rules in the list. */
final class RulesBar extends HBox {

    RulesBar(RuleList list, DraftModel draft, Texts texts, ObservableBooleanValue locked, Runnable add) {
        getStyleClass().add("rules-bar");
        Button fresh = new Button(texts.get("rules.add"));
        Icons.ADD.on(fresh);
        fresh.setId("rule-add");
        fresh.setOnAction(_ -> add.run());
        Button up = icon("rule-up", Icons.MOVE_UP, texts.get("rules.up"), () -> list.move(-1));
        Button down = icon("rule-down", Icons.MOVE_DOWN, texts.get("rules.down"), () -> list.move(1));
        Button copy = icon("rule-copy", Icons.COPY, texts.get("rules.copy"), list::copy);
        Button remove = icon("rule-remove", Icons.REMOVE, texts.get("rules.remove"), list::remove);
        var place = list.shownProperty();
        var rules = draft.draftProperty();
        fresh.disableProperty().bind(locked);
        copy.disableProperty().bind(Bindings.or(locked, place.isNull()));
        remove.disableProperty().bind(Bindings.or(locked, place.isNull()));
        up.disableProperty().bind(Bindings.createBooleanBinding(() -> {
            RuleItem item = place.get();
            return locked.get() || item == null || item.number() == 1;
        }, locked, place));
        down.disableProperty().bind(Bindings.createBooleanBinding(() -> {
            RuleItem item = place.get();
            return locked.get() || item == null || item.number() == rules.get().rules().size();
        }, locked, place, rules));
        getChildren().addAll(fresh, up, down, copy, remove);
    }

    private static Button icon(String id, Icons icon, String title, Runnable action) {
        Button button = new IconButton(icon, title, action);
        button.setId(id);
        return button;
    }
}
