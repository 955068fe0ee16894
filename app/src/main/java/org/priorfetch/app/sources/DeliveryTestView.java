package org.priorfetch.app.sources;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.priorfetch.app.i18n.Texts;

/** Offers the test study, and asks whether it landed in the unread list. */
public final class DeliveryTestView extends VBox {

    private final DeliveryTestModel model;
    private final Texts texts;

    public DeliveryTestView(DeliveryTestModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("delivery-test");
        Label title = wrapped(texts.get("sources.delivery.title"));
        title.getStyleClass().add("delivery-test-title");
        Label words = wrapped("");
        words.textProperty().bind(model.saidProperty());
        words.setId("delivery-said");
        words.getStyleClass().add("doctor-detail");
        Label question = wrapped(texts.get("sources.delivery.ask"));
        Button yes = button("delivery-yes", "sources.delivery.yes", () -> model.answer(true));
        Button no = button("delivery-no", "sources.delivery.no", () -> model.answer(false));
        FlowPane asking = new FlowPane(question, yes, no);
        asking.getStyleClass().add("bar");
        FlowPane sending = new FlowPane(button("delivery-send", "sources.delivery.send", model::send));
        sending.getStyleClass().add("bar");
        model.lastProperty().subscribe(last -> {
            asking.setVisible(last != null);
            asking.setManaged(last != null);
        });
        getChildren().addAll(title, words, asking, sending);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        button.disableProperty().bind(model.busyProperty());
        return button;
    }
}
