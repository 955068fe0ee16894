package org.priorfetch.app.sources;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.priorfetch.app.controls.LeavingByTab;
import org.priorfetch.app.i18n.Texts;

/** The fields of one part, with what is wrong with each below it. */
public final class PartFormView extends GridPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Where the form is narrow, long names take two lines rather than the room of the fields. */
    private static final double MOST_FOR_NAMES = 0.36;
    private static final int LINES = 5;
    private static final int MANY_LINES = 14;

    private final PartForm form;
    private final Texts texts;
    private int rows;

    /** With all fields of the part. */
    public PartFormView(PartForm form, Texts texts) {
        this(form, texts, form.part().keys());
    }

    /** @param keys of the fields that are shown */
    public PartFormView(PartForm form, Texts texts, List<String> keys) {
        this.form = form;
        this.texts = texts;
        getStyleClass().add("part-form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, fields);
        keys.forEach(this::add);
    }

    private void add(String key) {
        String title = texts.get("sources.field." + form.part().word(key));
        Label name = new Label(title);
        Control field = form.part().choices(key).isEmpty() ? text(key) : choice(key);
        field.setId(form.part() + "-" + key.replace('.', '-'));
        field.setAccessibleText(title);
        field.setMaxWidth(Double.MAX_VALUE);
        name.setLabelFor(field);
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                form.left(key);
            }
        });
        name.setMnemonicParsing(false);
        name.setWrapText(true);
        name.maxWidthProperty().bind(widthProperty().multiply(MOST_FOR_NAMES));
        GridPane.setValignment(name, VPos.TOP);
        VBox place = new VBox(field, problem(key, field));
        addRow(rows++, name, place); // those that take no room are not counted by the grid
        decisive(key).forEach(other -> form.value(other).subscribe(_ -> {
            showOnlyIf(form.isMeant(key), name);
            showOnlyIf(form.isMeant(key), place);
        }));
    }

    private Set<String> decisive(String key) {
        return Condition.of(form.part(), key)
                .stream()
                .flatMap(condition -> condition.decisive().stream())
                .collect(Collectors.toSet());
    }

    private static void showOnlyIf(boolean wanted, Node node) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private Control text(String key) {
        TextInputControl field = form.part().hasSeveralLines(key) ? area(form.part().keys().size()) : new TextField();
        field.textProperty().bindBidirectional(form.value(key));
        String hint = texts.get("sources.hint." + form.part().word(key));
        field.setPromptText(hint);
        field.setTooltip(hint.isEmpty() ? null : new Tooltip(hint));
        return field;
    }

    /** One that is alone in its form gets the room. */
    private static TextArea area(int fields) {
        TextArea area = new TextArea();
        area.setPrefRowCount(fields == 1 ? MANY_LINES : LINES);
        area.setWrapText(true);
        LeavingByTab.from(area);
        return area;
    }

    private Control choice(String key) {
        List<String> choices = form.part().choices(key);
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        StringProperty value = form.value(key);
        box.setConverter(new Words(key));
        if (key.equals(Encryption.SWITCH) && form.part().keys().contains(Encryption.ADDRESS)) {
            List.of(Encryption.ADDRESS, SourceTypes.KEY)
                    .forEach(other -> form.value(other).subscribe(_ -> box.setConverter(new Words(key))));
        }
        value.subscribe(word -> box.setValue(word.isEmpty() ? choices.getFirst() : word));
        box.valueProperty().subscribe(word -> {
            boolean same = word == null || (value.get().isEmpty() && word.equals(choices.getFirst()));
            value.set(same ? value.get() : word);
        });
        return box;
    }

    private Node problem(String key, Control field) {
        Label problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(form.problem(key));
        problem.managedProperty().bind(form.problem(key).isNotEmpty());
        problem.visibleProperty().bind(form.problem(key).isNotEmpty());
        form.problem(key).subscribe(words -> {
            field.pseudoClassStateChanged(WRONG, !words.isEmpty());
            field.setAccessibleHelp(words);
        });
        return problem;
    }

    private final class Words extends StringConverter<String> {

        private final String key;

        Words(String key) {
            this.key = key;
        }

        /** A word that no form offers stays as the file has it. */
        @Override
        public String toString(String word) {
            if (Encryption.isByAddress(form, key, word)) {
                return texts.get("sources.choice.tls.byAddress");
            }
            return word != null && form.part().choices(key).contains(word)
                    ? texts.get("sources.choice." + form.part().word(key) + "." + word)
                    : String.valueOf(word);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
