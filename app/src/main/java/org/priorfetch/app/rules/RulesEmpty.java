package org.priorfetch.app.rules;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.priorfetch.app.i18n.Texts;

/** Says what a rule is where there is none, and offers some to begin with. */
final class RulesEmpty extends VBox {

    RulesEmpty(RulesModel model, Texts texts, ObservableBooleanValue locked) {
        getStyleClass().add("notice-pane");
        setAlignment(Pos.CENTER);
        setMinHeight(Region.USE_PREF_SIZE);
        visibleProperty().bind(model.readProperty());
        FlowPane examples = new FlowPane();
        examples.getStyleClass().add("rule-examples");
        examples.setAlignment(Pos.CENTER);
        for (RuleExample example : RuleExample.values()) {
            Button button = new Button(texts.get("rules.example.button", texts.get("rules.example", example)));
            button.setId("example-" + example);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.disableProperty().bind(locked);
            button.setOnAction(_ -> model.rules().addExample(example));
            examples.getChildren().add(button);
        }
        getChildren().addAll(words("rules.empty", "notice-title", texts),
                words("rules.empty.hint", "notice-hint", texts),
                examples);
    }

    private static Label words(String key, String styleClass, Texts texts) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        return label;
    }
}
