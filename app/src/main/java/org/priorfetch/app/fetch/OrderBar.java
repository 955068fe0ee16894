package org.priorfetch.app.fetch;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.PatientJudgement.Outcome;
import org.priorfetch.engine.model.Patient;

/** How many studies are chosen, for whom they shall be fetched, and what differs between the two. */
final class OrderBar extends VBox {

    private static final double TARGET_WIDTH = 420;

    private final Choice choice;
    private final OrderModel model;
    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;
    private final Comparison comparison;
    private final Button fetch = new Button();
    private final ComboBox<@Nullable Target> targets = new ComboBox<>();
    private final FlowPane fields = new FlowPane();
    private final MarkIcon mark = new MarkIcon();
    private final Label words = new Label();
    private final HBox verdict = new HBox(mark, words);

    OrderBar(Choice choice, OrderModel model, Runnable order, Comparison comparison, Texts texts, Formats formats,
            Privacy privacy, Appearance appearance) {
        this.choice = choice;
        this.model = model;
        this.comparison = comparison;
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
        getStyleClass().add("order-bar");
        fields.getStyleClass().add("order-fields");
        verdict.getStyleClass().add("order-verdict");
        words.setWrapText(true);
        targets.setId("target");
        targets.setPromptText(texts.get("fetch.target.prompt"));
        targets.setAccessibleText(texts.get("fetch.target.prompt"));
        targets.setPrefWidth(appearance.px(TARGET_WIDTH));
        targets.setItems(model.targets());
        targets.valueProperty().bindBidirectional(model.target());
        fetch.setId("fetch");
        fetch.getStyleClass().add("accent");
        fetch.setMinWidth(Region.USE_PREF_SIZE);
        Icons.FETCH_NOW.on(fetch, 0.9);
        fetch.setOnAction(_ -> order.run());
        HBox row = new HBox(fetch, targets);
        row.getStyleClass().add("order-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, fields, verdict);
        choice.changes().subscribe(this::show);
        model.target().subscribe(this::show);
        model.forecast().subscribe(this::show);
        show();
    }

    /** Puts everything into words anew. */
    void show() {
        int count = choice.items().size();
        setVisible(count > 0);
        setManaged(count > 0);
        fetch.setText(texts.get("fetch.order.button", count));
        fetch.setDisable(!model.canBeGiven());
        targets.setConverter(new Words());
        Optional<Patient> found = model.firstPatient();
        List<Comparison.Field> compared = model.target().get() instanceof Target.ForAppointment appointment
                && found.isPresent() ? comparison.of(appointment.patient(), found.get()) : List.of();
        fields.getChildren().setAll(compared.stream().map(this::field).toList());
        fields.setManaged(!compared.isEmpty());
        showVerdict();
    }

    private HBox field(Comparison.Field field) {
        Label title = new Label(field.title());
        title.getStyleClass().add("aside");
        Label value = new Label(field.differs()
                ? texts.get("fetch.differs", field.here(), field.there())
                : field.here());
        value.getStyleClass().add(field.differs() ? "differs" : "same");
        HBox box = new HBox(title, value);
        box.getStyleClass().add("pair");
        return box;
    }

    private void showVerdict() {
        OrderModel.Forecast forecast = model.forecast().get();
        Target target = model.target().get();
        String warning = target instanceof Target.OwnIdentity ? texts.get("fetch.own.warning") : "";
        String said = target == null ? texts.get("fetch.target.missing")
                : (forecast.words() + " " + warning).strip();
        words.setText(said);
        mark.show(mark(forecast.outcome(), target), 0, said);
        verdict.setVisible(!said.isEmpty());
        verdict.setManaged(!said.isEmpty());
    }

    private static Mark mark(@Nullable Outcome outcome, @Nullable Target target) {
        if (outcome == null) {
            return target == null ? Mark.HELD : Mark.WAITING;
        }
        return switch (outcome) {
            case FETCHED -> Mark.READY;
            case HELD -> Mark.HELD;
            case REFUSED -> Mark.FAILED;
        };
    }

    /** A new one each time, so that hidden names leave the list as well. */
    private final class Words extends StringConverter<@Nullable Target> {

        @Override
        public String toString(@Nullable Target target) {
            return switch (target) {
                case null -> "";
                case Target.OwnIdentity _ -> texts.get("fetch.target.own");
                case Target.ForAppointment appointment -> texts.get("fetch.target.appointment",
                        privacy.name(appointment.patient()), formats.timeOfDay(appointment.start()),
                        appointment.procedure() + " · " + appointment.appointmentId());
            };
        }

        @Override
        public @Nullable Target fromString(String ignored) {
            return null;
        }
    }
}
