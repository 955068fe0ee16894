package org.priorfetch.app.panel;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.ModalityChips;

/** How an appointment looks in its row: time, modality, region, patient, verdict. */
final class AppointmentPart {

    private static final double MODALITIES = 44;
    private static final double INITIALS = 52;

    private final Label time = new Label();
    private final ModalityChips modalities = new ModalityChips();
    private final Label region = new Label();
    private final Label patient = new Label();
    private final Chip verdict = new Chip();
    private final Tooltip wholeRegion = new Tooltip();
    private final Tooltip wholePatient = new Tooltip();
    private final Tooltip explained = new Tooltip();
    private final double initialsWidth;
    private final HBox beside = new HBox();
    private final VBox below = new VBox();
    private final StackPane whom = new StackPane();
    private final HBox content;
    private final Steady steady;

    AppointmentPart(Appearance appearance, ChipWidths verdicts) {
        initialsWidth = appearance.px(INITIALS);
        time.getStyleClass().addAll("glance-time", "figures");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.setPrefWidth(appearance.widthOf(List.of("00:00")) * 1.1);
        modalities.setMinWidth(appearance.px(MODALITIES));
        region.setTooltip(wholeRegion);
        region.setMaxWidth(Double.MAX_VALUE);
        region.getStyleClass().add("glance-region");
        patient.setTooltip(wholePatient);
        patient.getStyleClass().add("glance-patient");
        whom.setPrefWidth(0);
        HBox.setHgrow(whom, Priority.ALWAYS);
        HBox.setHgrow(region, Priority.ALWAYS);
        beside.setAlignment(Pos.CENTER_LEFT);
        beside.getStyleClass().add("glance");
        verdict.setTooltip(explained);
        verdict.getStyleClass().add("figures");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        content = new HBox(time, modalities, whom, verdicts.column(verdict));
        content.getStyleClass().add("glance");
        content.setAlignment(Pos.CENTER_LEFT);
        steady = new Steady(content);
    }

    Node node() {
        return steady;
    }

    /** @param sameRow whether it showed the same row before, so that a difference is a change */
    void show(PanelLine.Appointment line, boolean sameRow) {
        time.setText(line.time());
        modalities.show(line.modalities());
        region.setText(line.region());
        wholeRegion.setText(line.region());
        if (line.urgent()) {
            Icons.URGENT.on(region, 0.8);
        } else {
            region.setGraphic(null);
        }
        patient.setText(line.patient());
        wholePatient.setText(line.patient());
        place(line.wholePatient());
        boolean changed = !line.chip().equals(verdict.getText());
        verdict.show(line.mark(), line.progress(), line.chip());
        explained.setText(line.explained());
        if (!sameRow) {
            verdict.settle();
        } else if (changed) {
            verdict.announce();
        }
    }

    /** Initials stand beside the region; a whole name needs a line of its own. */
    private void place(boolean wholeName) {
        Pane wanted = wholeName ? below : beside;
        if (whom.getChildren().contains(wanted)) {
            return;
        }
        whom.getChildren().clear();
        beside.getChildren().clear();
        below.getChildren().clear();
        region.setPrefWidth(wholeName ? Region.USE_COMPUTED_SIZE : 0);
        patient.setMinWidth(wholeName ? Region.USE_COMPUTED_SIZE : initialsWidth);
        wanted.getChildren().setAll(region, patient);
        whom.getChildren().setAll(wanted);
        steady.measureAnew();
    }
}
