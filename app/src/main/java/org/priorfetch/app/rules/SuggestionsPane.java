package org.priorfetch.app.rules;

import java.util.List;
import java.util.function.Consumer;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.RuleSuggestion;

/** The suggestions one below the other: what could be changed, what people did, and what can be done with it. */
final class SuggestionsPane extends ScrollPane {

    private final Suggestions suggestions;
    private final Texts texts;
    private final ObservableBooleanValue locked;
    private final Consumer<RuleSuggestion> takeOver;
    private final VBox list = new VBox();

    /** @param takeOver puts the change into the rules on the screen */
    SuggestionsPane(Suggestions suggestions, Texts texts, ObservableBooleanValue locked,
            Consumer<RuleSuggestion> takeOver) {
        this.suggestions = suggestions;
        this.texts = texts;
        this.locked = locked;
        this.takeOver = takeOver;
        setId("suggestions");
        setFitToWidth(true);
        setMinHeight(0);
        getStyleClass().add("edge-to-edge");
        Label words = label("", "aside");
        words.setId("suggestions-words");
        words.textProperty().bind(suggestions.wordsProperty());
        list.getStyleClass().add("suggestions");
        VBox content = new VBox(words, list);
        content.getStyleClass().addAll("rule-form", "suggestions-form");
        setContent(content);
        suggestions.openProperty().subscribe(this::show);
    }

    private void show(List<RuleSuggestion> open) {
        list.getChildren().setAll(open.stream().map(this::card).toList());
    }

    private Node card(RuleSuggestion suggestion) {
        String proposal = texts.of(suggestion.proposal());
        FlowPane deeds = new FlowPane(
                button("suggestion-take-", suggestion, "rules.suggestions.take", proposal,
                        () -> takeOver.accept(suggestion)),
                button("suggestion-dismiss-", suggestion, "rules.suggestions.dismiss", proposal,
                        () -> suggestions.dismiss(suggestion)));
        deeds.getStyleClass().add("rules-bar");
        VBox card = new VBox(label(proposal, "rule-heading"), label(texts.of(suggestion.why()), "figures"),
                label(texts.get("rules.suggestions.evidence", suggestion.cases(), suggestion.people()), "aside"),
                deeds);
        card.getStyleClass().add("suggestion");
        return card;
    }

    private Button button(String id, RuleSuggestion suggestion, String key, String proposal, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id + suggestion.id().replace(' ', '-'));
        button.setAccessibleText(texts.get(key) + ": " + proposal);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(locked);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
