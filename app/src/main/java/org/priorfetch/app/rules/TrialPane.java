package org.priorfetch.app.rules;

import static java.util.Comparator.comparing;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.priorfetch.app.controls.ChipCell;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.ModalityCell;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.RuleTrial.Difference;

/** Tries the rules on past days and says what came of it. */
final class TrialPane extends VBox {

    private static final double CHIP_MARK = 44;
    private static final double SPINNER = 18;

    private final RulesModel model;
    private final Trial trial;
    private final Texts texts;
    private final LineTable<Difference, DifferenceLine> table;

    TrialPane(RulesModel model, Trial trial, Workplace workplace) {
        this.model = model;
        this.trial = trial;
        texts = workplace.texts();
        getStyleClass().add("trial");
        table = new LineTable<>(workplace.appearance(), trial.rows(), _ -> false);
        table.setId("differences");
        table.setAccessibleText(texts.get("rules.trial.differences"));
        addColumns(workplace);
        var some = Bindings.isNotEmpty(trial.rows());
        table.visibleProperty().bind(some);
        table.managedProperty().bind(some);
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(workplace), result("trial-result", trial.resultProperty()),
                result("trial-recall", trial.recallProperty()), outdated(), table);
    }

    private FlowPane head(Workplace workplace) {
        Label title = new Label(texts.get("rules.trial"));
        title.getStyleClass().add("rule-heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Button run = new Button(texts.get("rules.trial.run"));
        run.setId("trial-run");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> trial.runningProperty().get() || !model.draft().now().isRight()
                                || !model.readProperty().get() || model.reach().isLost(),
                        trial.runningProperty(), model.draft().draftProperty(), model.readProperty(),
                        model.reach().lostProperty()));
        run.setOnAction(_ -> trial.run(model.draft().now().toRules()));
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setId("trial-running");
        spinner.setAccessibleText(texts.get("rules.trial.running"));
        double size = workplace.appearance().px(SPINNER);
        spinner.setPrefSize(size, size);
        spinner.visibleProperty().bind(trial.runningProperty());
        spinner.managedProperty().bind(trial.runningProperty());
        FlowPane head = new FlowPane(title, days(), run, spinner);
        head.getStyleClass().add("rules-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private SegmentedButton days() {
        SegmentedButton days = new SegmentedButton();
        days.setToggleGroup(new ToggleGroup());
        for (int number : Trial.DAYS) {
            ToggleButton button = new ToggleButton(texts.get("rules.trial.days", number));
            button.setId("days-" + number);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(number == trial.daysProperty().get());
            button.setOnAction(_ -> {
                button.setSelected(true);
                trial.daysProperty().set(number);
            });
            days.getButtons().add(button);
        }
        return days;
    }

    private static Label result(String id, ReadOnlyStringProperty words) {
        Label result = new Label();
        result.setId(id);
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        result.textProperty().bind(words);
        result.managedProperty().bind(words.isNotEmpty());
        result.getStyleClass().addAll("trial-result", "figures");
        return result;
    }

    private Label outdated() {
        Label outdated = new Label(texts.get("rules.trial.outdated"));
        outdated.setId("trial-outdated");
        outdated.getStyleClass().addAll("trial-result", "rules-unsaved");
        outdated.setWrapText(true);
        outdated.setMinHeight(Region.USE_PREF_SIZE);
        outdated.visibleProperty().bind(trial.outdatedProperty());
        outdated.managedProperty().bind(trial.outdatedProperty());
        return outdated;
    }

    private void addColumns(Workplace workplace) {
        String day = workplace.formats().date(workplace.formats().today().withMonth(9).withDayOfMonth(28));
        table.fixed(texts.get("rules.trial.day"), List.of(day), 0, comparing(DifferenceLine::at),
                () -> new TextCell<>(DifferenceLine::day, "figures"));
        table.free(texts.get("rules.trial.procedure"), 90, 180, comparing(DifferenceLine::procedure),
                () -> new TextCell<>(DifferenceLine::procedure));
        var modalities = table.fixed(texts.get("rules.trial.modality"), List.of("MR  SR"), 24,
                comparing(line -> String.join(" ", line.modalities())),
                () -> new ModalityCell<>(DifferenceLine::modalities));
        table.free(texts.get("rules.trial.study"), 90, 240, comparing(DifferenceLine::study),
                () -> new TextCell<>(DifferenceLine::study));
        table.fixed(texts.get("rules.trial.verdict"),
                List.of(texts.get("rules.trial.taken"), texts.get("rules.trial.left")), CHIP_MARK,
                comparing(DifferenceLine::verdict),
                () -> new ChipCell<>(DifferenceLine::mark, _ -> 0, DifferenceLine::verdict));
        table.free(texts.get("rules.trial.reason"), 100, 280, comparing(DifferenceLine::reason),
                () -> new TextCell<>(DifferenceLine::reason, "aside"));
        table.leaveOut(List.of(modalities));
    }
}
