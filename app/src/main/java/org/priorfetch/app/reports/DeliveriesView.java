package org.priorfetch.app.reports;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.ChipCell;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.app.screen.Teller;
import org.priorfetch.engine.model.Delivered;

/** The tab "Put into the PACS". */
final class DeliveriesView extends VBox {

    private static final double CHIP_MARK = 44;
    private static final double TABLE_SHARE = 0.72;
    private static final long LARGE = 88_800_000_000L;
    private static final Duration TYPING = Duration.millis(300);
    private static final String UIDS_FILE = "priorfetch-instances.csv";

    private final DeliveriesModel model;
    private final Export exporter;
    private final Teller teller;
    private final Texts texts;
    private final Formats formats;
    private final LineTable<Delivered, DeliveryRow> table;
    private final ComboBox<String> source = new ComboBox<>();
    private final Button export = new Button();

    DeliveriesView(DeliveriesModel model, LockStrip lock, Export exporter, Teller teller, Texts texts, Formats formats,
            Appearance appearance) {
        this.model = model;
        this.exporter = exporter;
        this.teller = teller;
        this.texts = texts;
        this.formats = formats;
        setId("deliveries");
        getStyleClass().add("report");
        table = new LineTable<>(appearance, model.rows(), _ -> false);
        table.setId("deliveries-table");
        table.setAccessibleText(texts.get("reports.pacs"));
        table.setPlaceholder(new NoticePane(model.noticeProperty()));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addColumns();
        ChangesPane changes = new ChangesPane(texts);
        table.getSelectionModel().selectedItemProperty().flatMap(Row::lineProperty).subscribe(row -> {
            export.setDisable(row == null);
            changes.show(row);
        });
        SplitPane parts = new SplitPane(table, changes);
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(TABLE_SHARE);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(lock, filters(), parts, foot());
    }

    /** The sources that can be chosen from. */
    void offer(List<String> sources) {
        List<String> offered = Stream.concat(Stream.of(texts.get("reports.pacs.allSources")), sources.stream())
                .toList();
        if (!source.getItems().equals(offered)) {
            int chosen = Math.max(0, offered.indexOf(model.sourceProperty().get()));
            source.getItems().setAll(offered);
            source.getSelectionModel().select(chosen);
        }
    }

    private Node filters() {
        TextField text = new TextField();
        text.setId("deliveries-text");
        text.setPromptText(texts.get("reports.pacs.search"));
        text.setAccessibleText(texts.get("reports.pacs.search"));
        text.textProperty().bindBidirectional(model.textProperty());
        PauseTransition typing = new PauseTransition(TYPING);
        typing.setOnFinished(_ -> model.read());
        text.textProperty().addListener(_ -> typing.playFromStart());
        HBox.setHgrow(text, Priority.ALWAYS);
        source.setAccessibleText(texts.get("reports.column.source"));
        source.getSelectionModel().selectedIndexProperty().addListener((_, before, now) -> {
            if (before.intValue() >= 0 && now.intValue() >= 0) {
                model.sourceProperty().set(now.intValue() == 0 ? null : source.getItems().get(now.intValue()));
                model.read();
            }
        });
        HBox filters = new HBox(text, source, day("reports.pacs.from", model.fromProperty()),
                day("reports.pacs.to", model.toProperty()));
        filters.setAlignment(Pos.CENTER_LEFT);
        filters.getStyleClass().add("report-head");
        return filters;
    }

    private Node day(String key, ObjectProperty<@Nullable LocalDate> day) {
        DatePicker picker = new DatePicker();
        picker.setPromptText(texts.get(key));
        picker.setAccessibleText(texts.get(key));
        picker.setPrefWidth(export.getFont().getSize() * 11);
        picker.valueProperty().bindBidirectional(day);
        picker.valueProperty().addListener(_ -> model.read());
        return picker;
    }

    private Node foot() {
        Button back = new Button(texts.get("reports.pacs.newer"));
        Button on = new Button(texts.get("reports.pacs.older"));
        back.setId("newer");
        on.setId("older");
        back.setOnAction(_ -> model.previousPage());
        on.setOnAction(_ -> model.nextPage());
        Label place = new Label();
        place.getStyleClass().addAll("aside", "figures");
        model.placeProperty().subscribe(shown -> {
            place.setText(model.placeInWords());
            back.setDisable(shown.isFirst());
            on.setDisable(shown.isLast());
        });
        export.setText(texts.get("reports.pacs.export"));
        export.setId("export-uids");
        export.setDisable(true);
        export.setOnAction(_ -> exportUids());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(back, on, place, gap, export);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("report-head");
        return foot;
    }

    private void exportUids() {
        List<DeliveryRow> chosen = table.getSelectionModel().getSelectedItems().stream().map(Row::line).toList();
        model.uids().read(chosen, rows -> exporter.tableOrList(UIDS_FILE, rows, 2), teller::tell);
    }

    private void addColumns() {
        List<String> outcomes = Stream
                .concat(Stream.of(Outcome.values()).map(outcome -> texts.get("reports.outcome", outcome)),
                        Stream.of(texts.get("reports.continued")))
                .toList();
        table.fixed(texts.get("reports.column.when"),
                List.of(formats.since(formats.now().minus(java.time.Duration.ofDays(300)))), 0,
                comparing(row -> row.delivered().entry().at()), () -> new TextCell<>(DeliveryRow::when, "figures"));
        table.free(texts.get("reports.column.patientId"), 100, 120, comparing(DeliveryRow::patientId),
                () -> new TextCell<>(DeliveryRow::patientId, "figures"));
        var appointment = table.free(texts.get("reports.column.appointment"), 80, 120,
                comparing(DeliveryRow::appointment),
                () -> new TextCell<>(DeliveryRow::appointment, "figures"));
        var from = table.free(texts.get("reports.column.source"), 92, 110, comparing(DeliveryRow::source),
                () -> new TextCell<>(DeliveryRow::source));
        var instances = table.fixed(texts.get("reports.column.instances"), List.of(formats.count(88_888)), 0,
                comparingLong(row -> row.delivered().entry().instances()),
                () -> new TextCell<>(DeliveryRow::instances, "figures"));
        var size = table.fixed(texts.get("reports.column.size"), List.of(formats.size(LARGE)), 0,
                comparingLong(row -> row.delivered().entry().bytes()),
                () -> new TextCell<>(DeliveryRow::size, "figures"));
        List.of(instances, size).forEach(column -> column.getStyleClass().add(LineTable.NUMBERS));
        table.fixed(texts.get("reports.column.outcome"), outcomes, CHIP_MARK,
                comparing(row -> row.delivered().entry().outcome()),
                () -> new ChipCell<>(DeliveryRow::mark, _ -> 0, DeliveryRow::outcome));
        table.free(texts.get("reports.column.changed"), 120, 300, comparing(DeliveryRow::changed),
                () -> new TextCell<>(DeliveryRow::changed, "aside"));
        table.leaveOut(List.of(appointment, from, size, instances));
    }
}
