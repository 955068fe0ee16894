package org.priorfetch.app.rules;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.model.RuleSuggestion;

/** The rules, the pairs and what usually holds: one of them at a time, with what can be done with it. */
final class RulesParts extends BorderPane {

    private static final double LIST_SHARE = 0.66;

    private final RulesModel model;
    private final Suggestions suggestions;
    private final PairsModel pairs;
    private final ObjectProperty<RulesSection> section = new SimpleObjectProperty<>(RulesSection.RULES);
    private final RuleTable rules;
    private final RulePane pane;
    private final PairTable pairTable;
    private final PairPane pairPane;
    private final UsualPane usual;
    private final SuggestionsPane suggested;
    private final Map<RulesSection, Node> parts = new EnumMap<>(RulesSection.class);
    private final Map<RulesSection, Node> bars = new EnumMap<>(RulesSection.class);

    RulesParts(RulesModel model, Suggestions suggestions, Workplace workplace, ObservableBooleanValue locked) {
        this.model = model;
        this.suggestions = suggestions;
        pairs = new PairsModel(model.draft(), model.presenter(), workplace);
        rules = new RuleTable(model, workplace, locked);
        pane = new RulePane(model.rules(), model.draft(), model.presenter(), workplace.texts());
        pairTable = new PairTable(pairs, workplace);
        pairPane = new PairPane(pairs, model.presenter(), workplace.texts());
        usual = new UsualPane(model.draft(), workplace.texts());
        for (Region form : new Region[]{pane, pairPane, usual}) {
            form.disableProperty().bind(locked);
        }
        parts.put(RulesSection.RULES, split(rules, pane));
        parts.put(RulesSection.PAIRS, split(pairTable.table(), pairPane));
        parts.put(RulesSection.USUAL, usual);
        suggested = new SuggestionsPane(suggestions, workplace.texts(), locked, this::takeOver);
        parts.put(RulesSection.SUGGESTIONS, suggested);
        bars.put(RulesSection.RULES, new RulesBar(model.rules(), model.draft(), workplace.texts(), locked, this::add));
        bars.put(RulesSection.PAIRS, new PairsBar(pairs, workplace.texts(), locked, this::add));
        bars.put(RulesSection.USUAL, new HBox());
        bars.put(RulesSection.SUGGESTIONS, new HBox());
        SectionSwitch choice = new SectionSwitch(section, suggestions, workplace.texts());
        section.subscribe(now -> {
            FlowPane top = new FlowPane(choice, bars.get(now));
            top.getStyleClass().addAll("rules-bar", "rules-sections");
            top.setAlignment(Pos.CENTER_LEFT);
            setTop(top);
            setCenter(parts.get(now));
        });
        setMinHeight(0);
    }

    private static SplitPane split(Region list, Region form) {
        SplitPane both = new SplitPane(list, form);
        both.setDividerPositions(LIST_SHARE);
        for (Region region : new Region[]{both, list, form}) {
            region.setMinHeight(0);
        }
        return both;
    }

    ObjectProperty<RulesSection> sectionProperty() {
        return section;
    }

    void focus() {
        switch (section.get()) {
            case RULES -> rules.table().requestFocus();
            case PAIRS -> pairTable.table().requestFocus();
            case USUAL -> usual.focusFirst();
            case SUGGESTIONS -> suggested.requestFocus();
        }
    }

    /** A new rule or pair, ready to be named. */
    void add() {
        switch (section.get()) {
            case RULES -> {
                model.rules().addEmpty();
                pane.focusName();
            }
            case PAIRS -> {
                pairs.add();
                pairPane.focusName();
            }
            case USUAL, SUGGESTIONS -> {
            }
        }
    }

    /** Shows what the suggestion has changed, to be looked at, tried and saved. */
    private void takeOver(RuleSuggestion suggestion) {
        SuggestedChange change = SuggestedChange.of(suggestion, model.draft().now(), model.draft().freshId(),
                model.presenter());
        model.draft().edit(_ -> change.draft());
        suggestions.tookOver(suggestion);
        section.set(change.section());
        if (change.section() == RulesSection.PAIRS) {
            pairs.selectedProperty().set(change.id());
        } else {
            model.rules().selectedProperty().set(change.id());
        }
    }

    void move(int by) {
        if (section.get() == RulesSection.RULES) {
            model.rules().move(by);
        }
    }

    void copy() {
        if (section.get() == RulesSection.RULES) {
            model.rules().copy();
        }
    }

    /** Whether the keyboard is in the list. */
    boolean isAtList() {
        return rules.table().isFocused() || pairTable.table().isFocused();
    }

    void removeSelected() {
        switch (section.get()) {
            case RULES -> model.rules().remove();
            case PAIRS -> pairs.remove();
            case USUAL, SUGGESTIONS -> {
            }
        }
    }

    void editSelected() {
        switch (section.get()) {
            case RULES -> pane.focusName();
            case PAIRS -> pairPane.focusName();
            case USUAL, SUGGESTIONS -> {
            }
        }
    }
}
