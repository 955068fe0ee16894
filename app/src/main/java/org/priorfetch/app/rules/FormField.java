package org.priorfetch.app.rules;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A field with its name above it, and what is wrong with it below. */
final class FormField extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Node labelled;
    private final Label problem = new Label();

    /** @param labelled the part of the field that is typed into */
    FormField(String title, Node field, Node labelled) {
        this.labelled = labelled;
        getStyleClass().add("rule-field");
        Label label = new Label(title);
        label.setWrapText(true);
        label.setLabelFor(labelled);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(label, field, problem);
        say("");
    }

    /** @param words empty when nothing is wrong */
    void say(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
        labelled.setAccessibleHelp(words);
        labelled.pseudoClassStateChanged(WRONG, !words.isEmpty());
    }
}
