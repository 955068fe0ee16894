package org.priorfetch.app.panel;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;

/** Who does not answer, and what that means: the weightiest in words, the rest counted. */
final class TroublesPane extends HBox {

    private final Texts texts;
    private final MarkIcon mark = new MarkIcon();
    private final Label first = label();
    private final Label rest = label();

    TroublesPane(ObservableValue<List<Notice>> troubles, Texts texts) {
        this.texts = texts;
        setId("panel-troubles");
        getStyleClass().addAll("trouble", "panel-trouble");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        rest.getStyleClass().add("aside");
        rest.managedProperty().bind(rest.visibleProperty());
        VBox words = new VBox(first, rest);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words);
        managedProperty().bind(visibleProperty());
        troubles.subscribe(this::show);
    }

    private void show(List<Notice> troubles) {
        setVisible(!troubles.isEmpty());
        if (!troubles.isEmpty()) {
            Notice told = troubles.getFirst();
            mark.show(told.mark(), 0, told.title());
            first.setText(told.title() + " " + told.hint());
            rest.setVisible(troubles.size() > 1);
            rest.setText(texts.get("panel.troubles.more", troubles.size() - 1));
        }
    }

    private static Label label() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("figures");
        return label;
    }
}
