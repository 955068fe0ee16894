package org.priorfetch.app.rules;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.priorfetch.app.i18n.Texts;

/** The limits that hold where no rule says anything else. */
final class LimitsBar extends FlowPane {

    private final Texts texts;
    private final TextField maxPriors = new TextField();
    private final AgeField maxAge;
    private final Label problem = new Label();

    LimitsBar(DraftModel model, Texts texts, ObservableBooleanValue locked) {
        this.texts = texts;
        getStyleClass().add("limits");
        maxAge = new AgeField("max-age", texts.get("rules.maxAge"), texts);
        maxPriors.setId("max-priors");
        maxPriors.setAccessibleText(texts.get("rules.maxPriors"));
        maxPriors.setPrefColumnCount(4);
        problem.setId("limits-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        Label usually = new Label(texts.get("rules.limits"));
        usually.getStyleClass().add("rule-heading");
        usually.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(usually, pair("rules.maxPriors", maxPriors), pair("rules.maxAge", maxAge), problem);
        maxPriors.disableProperty().bind(locked);
        maxAge.disableProperty().bind(locked);
        model.draftProperty().subscribe(this::show);
        maxPriors.textProperty()
                .addListener((_, _, most) -> model.edit(draft -> draft.withLimits(most, draft.maxAge())));
        maxAge.ageProperty().addListener((_, _, age) -> model.edit(draft -> draft.withLimits(draft.maxPriors(), age)));
    }

    private Node pair(String key, Node field) {
        Label label = new Label(texts.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(label, field);
        pair.getStyleClass().add("limit");
        return pair;
    }

    private void show(RulesDraft draft) {
        AgeInput age = draft.maxAge();
        if (!draft.maxPriors().equals(maxPriors.getText())) {
            maxPriors.setText(draft.maxPriors());
        }
        maxAge.ageProperty().set(age);
        String words = draft.isMaxPriorsRight() ? "" : texts.get("rules.wrong", RuleField.MAX_PRIORS);
        problem.setText(words.isEmpty() && !age.isRight() ? texts.get("rules.wrong", RuleField.MAX_AGE) : words);
        problem.setVisible(!problem.getText().isEmpty());
        problem.setManaged(problem.isVisible());
    }
}
