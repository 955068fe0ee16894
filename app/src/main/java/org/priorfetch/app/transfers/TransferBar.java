package org.priorfetch.app.transfers;

import java.util.EnumMap;
import java.util.Map;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.controlsfx.control.SegmentedButton;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;

/** The sections of the transfers, and the pause. */
final class TransferBar extends FlowPane {

    private final Texts texts;
    private final Map<TransferSection, ToggleButton> sections = new EnumMap<>(TransferSection.class);

    TransferBar(TransfersModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("list-bar");
        SegmentedButton chooser = new SegmentedButton();
        chooser.setId("sections");
        for (TransferSection section : TransferSection.values()) {
            chooser.getButtons().add(button(section, model));
        }
        getChildren().addAll(chooser, pause(model.pause(), model.reach()));
        model.sectionProperty().subscribe(section -> select(section));
        model.countsProperty().subscribe(this::count);
    }

    private ToggleButton button(TransferSection section, TransfersModel model) {
        ToggleButton button = new ToggleButton(texts.get("transfers.section", section));
        button.setId("section-" + section);
        button.setOnAction(_ -> {
            button.setSelected(true); // a second press is no way out
            model.sectionProperty().set(section);
        });
        sections.put(section, button);
        return button;
    }

    private void select(TransferSection section) {
        sections.forEach((one, button) -> button.setSelected(one == section));
    }

    private void count(Map<TransferSection, Integer> counts) {
        sections.forEach((section, button) -> {
            String title = texts.get("transfers.section", section);
            Integer count = section == TransferSection.HISTORY || section == TransferSection.LATELY ? null
                    : counts.get(section);
            button.setText(count == null ? title : texts.get("transfers.section.counted", title, count));
        });
    }

    private HBox pause(PauseModel model, Reach reach) {
        Label state = new Label();
        state.setId("paused");
        state.getStyleClass().add("figures");
        state.textProperty().bind(model.pausedProperty());
        MenuButton pause = new MenuButton(texts.get("transfers.pause"), null,
                item("pause-hour", texts.get("transfers.pause.hour"), model::forAnHour),
                item("pause-tomorrow", texts.get("transfers.pause.tomorrow"), model::untilTomorrow),
                item("pause-asked", texts.get("transfers.pause.asked"), model::untilAsked));
        pause.setId("pause");
        Icons.PAUSE.on(pause, 0.8);
        Button goOn = new Button(texts.get("transfers.goOn"));
        goOn.setId("go-on");
        Icons.GO_ON.on(goOn, 0.8);
        goOn.setOnAction(_ -> model.goOn());
        goOn.disableProperty().bind(reach.lostProperty());
        pause.disableProperty().bind(reach.lostProperty());
        model.pausedProperty().subscribe(words -> {
            goOn.setVisible(!words.isEmpty());
            goOn.setManaged(!words.isEmpty());
            state.setManaged(!words.isEmpty());
            pause.setVisible(words.isEmpty());
            pause.setManaged(words.isEmpty());
        });
        HBox box = new HBox(state, goOn, pause);
        box.getStyleClass().add("pair");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
