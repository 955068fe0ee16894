package org.priorfetch.app.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.viewer.Launch;

/** Tries the chosen viewer out: says to the letter what would be started, starts it, and says what came of it. */
final class ViewerTrial extends VBox {

    private static final int PREVIEW_ROWS = 3;

    private final ViewerModel model;
    private final Texts texts;
    private final Workplace workplace;
    private final Choice<Sample> samples;
    private final TextArea preview = new TextArea();
    private final Button open = new Button();
    private final Label outcome = Group.hint("");
    private Optional<Launch> prepared = Optional.empty();

    ViewerTrial(ViewerModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        getStyleClass().add("preferences-line");
        samples = new Choice<>("viewer-sample", List.of(Sample.MADE_UP), this::words);
        samples.setValue(Sample.MADE_UP);
        samples.setAccessibleText(texts.get("preferences.viewer.try.with"));
        samples.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(samples, Priority.ALWAYS);
        open.setId("viewer-try");
        open.setText(texts.get("preferences.viewer.try.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> open());
        preview.setId("viewer-preview");
        preview.setAccessibleText(texts.get("preferences.viewer.try.preview"));
        preview.setEditable(false);
        preview.setWrapText(true);
        preview.setPrefRowCount(PREVIEW_ROWS);
        outcome.setId("viewer-outcome");
        HBox choice = new HBox(samples, open);
        choice.getStyleClass().add("preferences-buttons");
        getChildren().addAll(choice, preview, outcome);
    }

    Choice<Sample> samples() {
        return samples;
    }

    /** What would be started; nothing where there is nothing to start it with. */
    void show(Optional<Launch> launch) {
        prepared = launch.filter(wanted -> !(wanted instanceof Launch.Refused));
        open.setDisable(prepared.isEmpty());
        preview.setText(launch.map(this::words).orElseGet(() -> texts.get("preferences.viewer.notHere.appointment")));
        outcome.setText("");
    }

    /** Offers the appointments that there are now. */
    void show(EngineSnapshot snapshot) {
        List<String> before = samples.getItems().stream().map(Sample::id).toList();
        List<String> now = snapshot.appointments().stream().map(AppointmentView::id).toList();
        if (!before.subList(1, before.size()).equals(now)) {
            offer(snapshot.appointments());
        }
    }

    void presentAgain() {
        Sample chosen = samples.getValue();
        samples.setItems(samples.getItems());
        samples.setValue(null);
        samples.setValue(chosen);
    }

    private void offer(List<AppointmentView> appointments) {
        String chosen = samples.getValue() == null ? "" : samples.getValue().id();
        List<Sample> offered = new ArrayList<>(List.of(Sample.MADE_UP));
        appointments.forEach(appointment -> offered.add(new Sample(appointment)));
        samples.getItems().setAll(offered);
        samples.setValue(offered.stream()
                .filter(sample -> sample.id().equals(chosen))
                .findFirst()
                .orElse(Sample.MADE_UP));
    }

    private void open() {
        prepared.ifPresent(launch -> {
            outcome.setText(texts.get("preferences.viewer.try.opening"));
            model.open(launch, outcome::setText);
        });
    }

    private String words(Launch launch) {
        return switch (launch) {
            case Launch.Url url -> url.url();
            case Launch.Program program -> program.line();
            case Launch.Refused refused -> texts.of(refused.why());
        };
    }

    private String words(Sample sample) {
        AppointmentView appointment = sample.appointment();
        if (appointment == null) {
            return texts.get("preferences.viewer.try.madeUp");
        }
        Formats formats = workplace.formats();
        return texts.get("preferences.viewer.try.appointment", formats.timeOfDay(appointment.scheduledStart()),
                appointment.procedure(), workplace.privacy().name(appointment.patient()));
    }
}
