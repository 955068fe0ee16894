package org.priorfetch.app.today;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.ModalityChips;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.PriorView;

/** The selected appointment with all candidates, taken or not. */
final class DetailPane extends BorderPane {

    private final Label patient = label("detail-patient");
    private final Label facts = label("aside");
    private final Label procedure = label("detail-procedure");
    private final Label when = label("aside");
    private final Label explanation = label("detail-explanation");
    private final ModalityChips modalities = new ModalityChips();
    private final Chip verdict = new Chip();
    private final Label noCandidates = label("notice-hint");

    DetailPane(TodayModel model, Texts texts) {
        getStyleClass().add("detail");
        Button close = closeButton(model, texts);
        HBox top = new HBox(patient, close);
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(patient, Priority.ALWAYS);
        patient.setMaxWidth(Double.MAX_VALUE);
        HBox what = new HBox(modalities, procedure);
        what.getStyleClass().add("pair");
        modalities.setMinWidth(Region.USE_PREF_SIZE);
        VBox head = new VBox(top, facts, what, when, verdict, explanation);
        head.getStyleClass().add("detail-head");
        setCenter(priors(model, texts));
        setTop(head);
        model.detailProperty().subscribe(this::show);
    }

    private void show(@Nullable AppointmentDetail detail) {
        if (detail == null) {
            return;
        }
        patient.setText(detail.patient());
        facts.setText(detail.facts());
        procedure.setText(detail.procedure());
        modalities.show(detail.modalities());
        when.setText(detail.when());
        verdict.show(detail.mark(), detail.progress(), detail.verdict());
        explanation.setText(detail.explanation());
        noCandidates.setText(detail.noCandidates());
    }

    private ListView<Row<PriorView, PriorLine>> priors(TodayModel model, Texts texts) {
        ListView<Row<PriorView, PriorLine>> list = new ListView<>(model.priors());
        list.setCellFactory(_ -> new PriorCell());
        list.setId("candidates");
        list.getStyleClass().addAll("edge-to-edge", "priors");
        list.setAccessibleText(texts.get("today.detail.priors"));
        list.setPlaceholder(noCandidates);
        return list;
    }

    private static Button closeButton(TodayModel model, Texts texts) {
        Button close = new Button();
        close.setId("close-details");
        Icons.CLOSE.on(close);
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText(texts.get("today.detail.close"));
        close.setTooltip(new Tooltip(texts.get("today.detail.close")));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> model.detailOpenProperty().set(false));
        return close;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClass, "figures");
        label.setWrapText(true);
        return label;
    }
}
