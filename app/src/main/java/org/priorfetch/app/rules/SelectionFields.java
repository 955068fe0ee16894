package org.priorfetch.app.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.Companion;

/** How priors are chosen: for all appointments, or what a rule changes of that. */
final class SelectionFields extends VBox {

    private final Texts texts;
    private final boolean forAll;
    private final Map<RuleField, TextField> numbers = new EnumMap<>(RuleField.class);
    private final Map<RuleField, FormField> fields = new EnumMap<>(RuleField.class);
    private final CheckBox otherCompanions = new CheckBox();
    private final ManyField<Companion> companions;
    private Runnable onChange = () -> {};
    private boolean filling;

    /** @param id what the names of its fields begin with */
    SelectionFields(String id, boolean forAll, Texts texts) {
        this.texts = texts;
        this.forAll = forAll;
        getStyleClass().add("rule-fields");
        number(id + "newest", RuleField.NEWEST);
        number(id + "oldest", RuleField.OLDEST);
        number(id + "unknown", RuleField.UNKNOWN);
        number(id + "recent", RuleField.RECENT);
        String title = texts.get("rules.companions");
        companions = new ManyField<>(id + "companions", title, EnumSet.allOf(Companion.class),
                companion -> texts.get("rules.companion", companion), texts.get("rules.companions.none"), texts);
        companions.onChange(this::changed);
        getChildren().add(forAll ? new FormField(title, companions, companions.box()) : optional(id, title));
    }

    private void number(String id, RuleField kind) {
        String title = texts.get("rules.selection", kind);
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(title);
        field.textProperty().addListener(_ -> changed());
        if (forAll && kind == RuleField.OLDEST) {
            field.setPromptText(texts.get("rules.oldest.usual"));
        }
        FormField place = new FormField(title, field, field);
        numbers.put(kind, field);
        fields.put(kind, place);
        getChildren().add(place);
    }

    private Node optional(String id, String title) {
        otherCompanions.setId(id + "companions-other");
        otherCompanions.setText(texts.get("rules.companions.other"));
        otherCompanions.setWrapText(true);
        otherCompanions.setMinHeight(USE_PREF_SIZE);
        otherCompanions.setOnAction(_ -> {
            companions.setDisable(!otherCompanions.isSelected());
            changed();
        });
        Label heading = new Label(title);
        heading.setWrapText(true);
        heading.setLabelFor(otherCompanions);
        companions.visibleProperty().bind(otherCompanions.selectedProperty());
        companions.managedProperty().bind(otherCompanions.selectedProperty());
        VBox both = new VBox(heading, otherCompanions, companions);
        both.getStyleClass().add("rule-field");
        return both;
    }

    void focusFirst() {
        TextField first = numbers.get(RuleField.NEWEST);
        if (first != null) {
            first.requestFocus();
        }
    }

    /** What to do when something is typed or chosen. */
    void onChange(Runnable action) {
        onChange = action;
    }

    private void changed() {
        if (!filling) {
            onChange.run();
        }
    }

    SelectionInput input() {
        @Nullable
        Set<Companion> chosen = forAll || otherCompanions.isSelected() ? Set.copyOf(companions.values()) : null;
        return new SelectionInput(typed(RuleField.NEWEST), typed(RuleField.OLDEST), typed(RuleField.UNKNOWN),
                typed(RuleField.RECENT), chosen);
    }

    private String typed(RuleField kind) {
        TextField field = numbers.get(kind);
        return field == null ? "" : field.getText();
    }

    void fill(SelectionInput input) {
        filling = true;
        set(RuleField.NEWEST, input.newest());
        set(RuleField.OLDEST, input.oldest());
        set(RuleField.UNKNOWN, input.unknown());
        set(RuleField.RECENT, input.recent());
        @Nullable
        Set<Companion> chosen = input.companions();
        otherCompanions.setSelected(chosen != null);
        companions.set(chosen == null ? Set.of() : chosen);
        filling = false;
    }

    private void set(RuleField kind, String text) {
        TextField field = numbers.get(kind);
        if (field != null && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    void say(Set<RuleField> wrong) {
        fields.forEach((kind, field) -> field.say(wrong.contains(kind) ? texts.get("rules.wrong", kind) : ""));
    }

    /** What holds where a field of a rule stays empty. */
    void promptUsual(SelectionInput usual) {
        prompt(RuleField.NEWEST, usual.newest());
        prompt(RuleField.OLDEST, usual.oldest().isBlank() ? texts.get("rules.oldest.usual") : usual.oldest());
        prompt(RuleField.UNKNOWN, usual.unknown());
        prompt(RuleField.RECENT, usual.recent());
    }

    private void prompt(RuleField kind, String usual) {
        TextField field = numbers.get(kind);
        if (field != null) {
            field.setPromptText(texts.get("rules.usual", usual));
        }
    }
}
