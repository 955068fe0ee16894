package org.priorfetch.app.today;

import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

/** Asks for a name beside the control that it belongs to. */
final class NameQuestion {

    private NameQuestion() {}

    /** @param named gets the name, stripped and not empty; nobody is called when the question is left */
    static void ask(Node beside, String question, String present, String confirmation, Consumer<String> named) {
        TextField field = new TextField(present);
        field.setId("name");
        Button confirm = new Button(confirmation);
        confirm.setId("name-confirm");
        confirm.setDefaultButton(true);
        confirm.disableProperty().bind(field.textProperty().map(String::isBlank));
        HBox line = new HBox(field, confirm);
        line.getStyleClass().add("pair");
        VBox content = new VBox(new Label(question), line);
        content.getStyleClass().add("question");
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setAnimated(false);
        confirm.setOnAction(_ -> {
            popOver.hide();
            named.accept(field.getText().strip());
        });
        popOver.show(beside);
        field.requestFocus();
    }
}
