package org.priorfetch.app.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.priorfetch.app.i18n.Texts;

/** Fields one below the other, under headings, each with its name and what is wrong with it. */
final class RuleForm extends VBox {

    private final Texts texts;
    private final Map<RuleField, FormField> fields = new EnumMap<>(RuleField.class);

    RuleForm(Texts texts) {
        this.texts = texts;
        getStyleClass().add("rule-form");
    }

    void heading(String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("rule-heading");
        heading.setWrapText(true);
        getChildren().add(heading);
    }

    void text(String key, TextField field, String id, RuleField kind) {
        field.setId(id);
        field.setAccessibleText(texts.get(key));
        add(key, field, field, kind);
    }

    void text(String key, TextField field, String id, RuleField kind, String hintKey) {
        field.setPromptText(texts.get(hintKey));
        text(key, field, id, kind);
    }

    /** @param labelled the part of the field that is typed into or chosen from */
    void add(String key, Node field, Node labelled, RuleField kind) {
        FormField place = new FormField(texts.get(key), field, labelled);
        fields.put(kind, place);
        getChildren().add(place);
    }

    /** @param problem what is wrong with a field, in words; empty when nothing is */
    void say(Function<RuleField, String> problem) {
        fields.forEach((kind, field) -> field.say(problem.apply(kind)));
    }
}
