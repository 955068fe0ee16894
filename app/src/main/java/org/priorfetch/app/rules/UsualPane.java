package org.priorfetch.app.rules;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.priorfetch.app.i18n.Texts;

/** How priors are chosen for every appointment, unless a rule says otherwise. */
final class UsualPane extends ScrollPane {

    private final SelectionFields fields;

    UsualPane(DraftModel model, Texts texts) {
        setId("usual");
        setFitToWidth(true);
        setMinHeight(0);
        getStyleClass().add("edge-to-edge");
        fields = new SelectionFields("usual-", true, texts);
        Label explained = new Label(texts.get("rules.usual.explained"));
        explained.setWrapText(true);
        explained.setMinHeight(USE_PREF_SIZE);
        explained.getStyleClass().add("aside");
        VBox form = new VBox(explained, fields);
        form.getStyleClass().addAll("rule-form", "usual-form");
        setContent(form);
        fields.onChange(() -> model.edit(draft -> draft.withSelection(fields.input())));
        model.draftProperty().subscribe(this::show);
    }

    void focusFirst() {
        fields.focusFirst();
    }

    private void show(RulesDraft draft) {
        if (!fields.input().equals(draft.selection())) {
            fields.fill(draft.selection());
        }
        fields.say(draft.selection().wrong(true));
    }
}
