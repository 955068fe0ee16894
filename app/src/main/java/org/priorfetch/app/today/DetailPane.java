package org.priorfetch.app.today;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.DeedBar;
import org.priorfetch.app.controls.DeedMenu;
import org.priorfetch.app.controls.GoneRows;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.ModalityChips;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.PriorView;

/** The selected appointment with all candidates, taken or not. */
final class DetailPane extends BorderPane {

    private static final double MOST_REPORT = 180;

    private final Label patient = label("detail-patient");
    private final Label facts = label("aside");
    private final Label procedure = label("detail-procedure");
    private final Label when = label("aside");
    private final Label explanation = label("detail-explanation");
    private final ModalityChips modalities = new ModalityChips();
    private final Chip verdict = new Chip();
    private final Label noCandidates = label("notice-hint");
    private final ListView<Row<PriorView, PriorLine>> candidates;

    DetailPane(DetailModel model, Texts texts) {
        getStyleClass().add("detail");
        Button close = closeButton(model, texts);
        HBox top = new HBox(patient, close);
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(patient, Priority.ALWAYS);
        patient.setMaxWidth(Double.MAX_VALUE);
        HBox what = new HBox(modalities, procedure);
        what.getStyleClass().add("pair");
        modalities.setMinWidth(Region.USE_PREF_SIZE);
        VBox head = new VBox(top, facts, what, when, verdict, explanation,
                new DeedBar(model.appointmentDeedsProperty(), false));
        head.getStyleClass().add("detail-head");
        candidates = priors(model, texts);
        setCenter(candidates);
        setBottom(candidateBar(model, texts));
        setTop(head);
        model.detailProperty().subscribe(this::show);
    }

    /** Whether the keyboard is at the candidates. */
    boolean isAtCandidates() {
        return candidates.isFocused();
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

    private static VBox candidateBar(DetailModel model, Texts texts) {
        Label hint = label("aside");
        hint.setText(texts.get("today.detail.choose"));
        DeedBar deeds = new DeedBar(model.priorDeedsProperty(), true);
        DeedBar documents = new DeedBar(model.documentsProperty(), true);
        documents.setId("report-documents");
        documents.visibleProperty().bind(model.documentsProperty().map(now -> !now.isEmpty()));
        documents.managedProperty().bind(documents.visibleProperty());
        VBox bar = new VBox(report(model, texts), documents, hint, deeds);
        bar.getStyleClass().add("candidate-deeds");
        model.priorDeedsProperty().subscribe(now -> {
            hint.setVisible(now.isEmpty());
            hint.setManaged(now.isEmpty());
        });
        return bar;
    }

    private static ScrollPane report(DetailModel model, Texts texts) {
        Label text = label("prior-reason");
        text.textProperty().bind(model.reportProperty());
        ScrollPane pane = new ScrollPane(text);
        pane.setId("report");
        pane.setAccessibleText(texts.get("today.report"));
        pane.setFitToWidth(true);
        pane.setMaxHeight(MOST_REPORT);
        pane.visibleProperty().bind(model.reportProperty().isNotEmpty());
        pane.managedProperty().bind(model.reportProperty().isNotEmpty());
        return pane;
    }

    private ListView<Row<PriorView, PriorLine>> priors(DetailModel model, Texts texts) {
        ListView<Row<PriorView, PriorLine>> list = new ListView<>();
        GoneRows.unselect(model.priors(), list.getSelectionModel());
        list.setItems(model.priors());
        list.setCellFactory(_ -> new PriorCell());
        list.setId("candidates");
        list.getStyleClass().addAll("edge-to-edge", "priors");
        list.setAccessibleText(texts.get("today.detail.priors"));
        list.setPlaceholder(noCandidates);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> model.selectedPriorProperty().set(row));
        model.selectedPriorProperty().subscribe(row -> {
            if (row == null) {
                list.getSelectionModel().clearSelection();
            }
        });
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            List<Deed> deeds = model.priorDeedsProperty().get();
            if (!deeds.isEmpty()) {
                DeedMenu.of(deeds).show(list, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        return list;
    }

    private static Button closeButton(DetailModel model, Texts texts) {
        Button close = new Button();
        close.setId("close-details");
        Icons.CLOSE.on(close);
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText(texts.get("today.detail.close"));
        close.setTooltip(new Tooltip(texts.get("today.detail.close")));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> model.openProperty().set(false));
        return close;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClass, "figures");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
