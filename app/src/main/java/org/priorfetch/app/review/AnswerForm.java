package org.priorfetch.app.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;

/** Says what will happen, and asks why: quick choices or own words. Takes no room while nothing is being answered. */
final class AnswerForm extends VBox {

    private static final Duration BEFORE_THE_START = Duration.ofMinutes(15);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Texts texts;
    private final Formats formats;
    private final ChosenReview chosen;
    private final AnswerDelivery delivery;
    private final Label consequence = new Label();
    private final FlowPane reasons = new FlowPane();
    private final FlowPane times = new FlowPane();
    private final ToggleGroup until = new ToggleGroup();
    private final TextField reason = new TextField();
    private final Button confirm = new Button();
    private @Nullable Answer answer;

    AnswerForm(ChosenReview chosen, AnswerDelivery delivery, Texts texts, Formats formats) {
        this.chosen = chosen;
        this.delivery = delivery;
        this.texts = texts;
        this.formats = formats;
        setId("answer");
        getStyleClass().add("answer");
        consequence.setWrapText(true);
        consequence.getStyleClass().add("answer-consequence");
        reason.setId("reason");
        reason.setPromptText(texts.get("review.reason"));
        reason.setAccessibleText(texts.get("review.reason"));
        reason.setOnAction(_ -> give());
        reason.addEventHandler(KeyEvent.KEY_PRESSED, AnswerForm::keepLetters);
        confirm.setId("confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(_ -> give());
        for (FlowPane choices : List.of(reasons, times)) {
            choices.getStyleClass().add("answer-choices");
        }
        FlowPane buttons = new FlowPane(confirm, cancelButton());
        buttons.getStyleClass().add("answer-choices");
        getChildren().addAll(consequence, times, reasons, reason, buttons);
        chosen.draftProperty().subscribe(this::show);
    }

    private void show(@Nullable Answer asked) {
        answer = asked;
        setVisible(asked != null);
        setManaged(asked != null);
        if (asked != null) {
            consequence.setText(chosen.consequence(asked));
            reason.clear();
            fit(reasons, asked.offeredReasons().stream().map(number -> quickReason(asked, number)).toList());
            fit(times, asked == Answer.LATER ? laterChoices() : List.of());
            reason.setVisible(asked.needsReason());
            reason.setManaged(asked.needsReason());
            confirm.setText(texts.get("review.confirm", asked));
            confirm.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> asked.needsReason() && reason.getText().isBlank(), reason.textProperty()));
            focusFirst();
        }
    }

    private void focusFirst() {
        if (reason.isVisible()) {
            reason.requestFocus();
        } else {
            confirm.requestFocus();
        }
    }

    private static void fit(FlowPane pane, List<? extends Region> choices) {
        choices.forEach(choice -> choice.setMinWidth(Region.USE_PREF_SIZE));
        pane.getChildren().setAll(choices);
        pane.setVisible(!choices.isEmpty());
        pane.setManaged(!choices.isEmpty());
    }

    private Button quickReason(Answer asked, int number) {
        Button quick = new Button(texts.get("review.quick." + asked + "." + number));
        quick.getStyleClass().add("small");
        quick.setId("quick-" + number);
        quick.setOnAction(_ -> {
            reason.setText(quick.getText());
            confirm.requestFocus();
        });
        return quick;
    }

    private List<ToggleButton> laterChoices() {
        until.getToggles().clear();
        List<ToggleButton> choices = new ArrayList<>();
        Instant now = formats.now();
        choices.add(later("review.later.hour", now.plus(Duration.ofHours(1))));
        Instant start = chosen.firstStart();
        if (start != null && start.minus(BEFORE_THE_START).isAfter(now)) {
            choices.add(later("review.later.before", start.minus(BEFORE_THE_START)));
        }
        ZoneId zone = formats.zone();
        choices.add(later("review.later.tomorrow",
                now.atZone(zone).toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant()));
        choices.getFirst().setSelected(true);
        return choices;
    }

    private ToggleButton later(String key, Instant at) {
        ToggleButton choice = new ToggleButton(texts.get(key, formats.time(at)));
        choice.setUserData(at);
        choice.setToggleGroup(until);
        choice.getStyleClass().add("small");
        return choice;
    }

    private Button cancelButton() {
        Button cancel = new Button(texts.get("review.cancel"));
        cancel.setId("cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> chosen.cancel());
        return cancel;
    }

    private void give() {
        Answer given = answer;
        if (given != null && !confirm.isDisabled()) {
            Instant at = given == Answer.LATER && until.getSelectedToggle() != null
                    ? (Instant) Objects.requireNonNull(until.getSelectedToggle()).getUserData()
                    : null;
            delivery.give(given, reason.getText(), at);
        }
    }

    /** What is typed here is no shortcut. */
    private static void keepLetters(KeyEvent event) {
        if (event.getCode().isLetterKey() && !event.isShortcutDown() && event.getCode() != KeyCode.ESCAPE) {
            event.consume();
        }
    }
}
