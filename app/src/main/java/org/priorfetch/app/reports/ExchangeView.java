package org.priorfetch.app.reports;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.ChipCell;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.controls.RateChart;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.Report;
import org.priorfetch.engine.model.ExchangeLine;

/** The tab "Exchange". */
final class ExchangeView extends VBox {

    private static final double CHIP_MARK = 44;
    private static final double NARROWEST = 300;
    private static final double TABLE_HEIGHT = 160;
    private static final int CHARTS = 3;
    private static final long LARGE = 888_800_000_000L;

    private final ExchangeModel model;
    private final Texts texts;
    private final Formats formats;
    private final BarsChart charts;
    private final FlowPane drawn = new FlowPane();
    private final StackPane rates = new StackPane();
    private final double column;
    private final Button export = new Button();

    ExchangeView(ExchangeModel model, Export exporter, Texts texts, Formats formats, Appearance appearance) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        charts = new BarsChart(texts);
        column = appearance.px(NARROWEST);
        setId("exchange");
        getStyleClass().add("report");
        drawn.getStyleClass().add("charts");
        export.setText(texts.get("reports.export"));
        export.setId("export-report");
        export.setOnAction(_ -> exporter.table("priorfetch-report.csv", model.table()));
        drawn.widthProperty().subscribe(this::arrange);
        Region table = table(appearance);
        table.setMinHeight(appearance.px(TABLE_HEIGHT));
        VBox.setVgrow(table, Priority.ALWAYS);
        ScrollPane parts = new ScrollPane(new VBox(drawn, rates, table));
        parts.setFitToWidth(true);
        parts.setFitToHeight(true);
        NoticePane notice = new NoticePane(model.noticeProperty());
        StackPane content = new StackPane(parts, notice);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head(), content);
        model.noticeProperty().subscribe(said -> {
            parts.setVisible(said == null);
            notice.setVisible(said != null);
            export.setDisable(said != null);
        });
        model.reportProperty().subscribe(this::draw);
        rates.getStyleClass().addAll("charts", "sources");
        RateChart chart = new RateChart(texts, formats::hourOfDay);
        model.ratesProperty().subscribe(hours -> rates.getChildren().setAll(chart.of(hours)));
    }

    private Node head() {
        List<ToggleButton> spans = new ArrayList<>();
        for (Span span : Span.values()) {
            ToggleButton button = new ToggleButton(texts.get("reports.span", span));
            button.setUserData(span);
            button.setId("span-" + span);
            button.setSelected(span == model.spanProperty().get());
            spans.add(button);
        }
        SegmentedButton choice = new SegmentedButton(spans.toArray(ToggleButton[]::new));
        choice.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else if (now != null) {
                model.spanProperty().set((Span) now.getUserData());
            }
        });
        model.spanProperty()
                .subscribe(span -> spans.stream()
                        .filter(button -> button.getUserData() == span)
                        .forEach(button -> button.setSelected(true)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(choice, gap, export);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("report-head");
        return head;
    }

    private void draw(@Nullable Report report) {
        if (report == null) {
            return;
        }
        ExchangeCharts of = new ExchangeCharts(report, texts);
        Node outcomes = charts.stacked(of.byOutcome(), texts.get("reports.chart.outcomes"),
                texts.get("reports.unit.transfers"));
        outcomes.getStyleClass().add("outcomes");
        Node sources = charts.stacked(of.bySource(), texts.get("reports.chart.sources"), texts.get("reports.unit.gb"));
        sources.getStyleClass().add("sources");
        drawn.getChildren().setAll(readiness(of), outcomes, sources);
        arrange();
    }

    /** Side by side where there is room, else below each other. */
    private void arrange() {
        int columns = Math.clamp((long) (drawn.getWidth() / column), 1, CHARTS);
        double width = Math.floor(drawn.getWidth() / columns);
        drawn.getChildren().forEach(chart -> ((Region) chart).setPrefWidth(width));
    }

    private Node readiness(ExchangeCharts of) {
        Readiness readiness = model.readiness();
        Label share = new Label(readiness.share().isEmpty() ? texts.get("reports.ready.nothing") : readiness.share());
        share.setId("share");
        share.getStyleClass().addAll("share", "figures");
        Label explanation = wrapped(readiness.explanation());
        Label modalities = wrapped(String.join(" · ", readiness.byModality()));
        Region line = charts.percent(of.readiness(), texts.get("reports.chart.ready"),
                texts.get("reports.unit.percent"));
        VBox.setVgrow(line, Priority.ALWAYS);
        VBox box = new VBox(share, explanation, modalities, line);
        box.getStyleClass().add("readiness");
        return box;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("aside", "figures");
        return label;
    }

    private Region table(Appearance appearance) {
        LineTable<ExchangeLine, ExchangeRow> table = new LineTable<>(appearance, model.rows(), _ -> false);
        table.setId("exchange-table");
        table.setAccessibleText(texts.get("reports.exchange"));
        List<String> outcomes = Stream
                .concat(Stream.of(Outcome.values()).map(outcome -> texts.get("reports.outcome", outcome)),
                        Stream.of(texts.get("reports.continued")))
                .toList();
        table.fixed(texts.get("reports.column.day"), List.of(formats.date(formats.today().withDayOfMonth(28))), 0,
                comparing(row -> row.line().day()), () -> new TextCell<>(ExchangeRow::day, "figures"));
        table.free(texts.get("reports.column.source"), 80, 160, comparing(row -> row.line().source()),
                () -> new TextCell<>(row -> row.line().source()));
        table.fixed(texts.get("reports.column.outcome"), outcomes, CHIP_MARK, comparing(row -> row.line().outcome()),
                () -> new ChipCell<>(ExchangeRow::mark, _ -> 0, ExchangeRow::outcome));
        var studies = table.fixed(texts.get("reports.column.transfers"), List.of(formats.count(88_888)), 0,
                comparingLong(row -> row.line().studies()), () -> new TextCell<>(ExchangeRow::studies, "figures"));
        var instances = table.fixed(texts.get("reports.column.instances"), List.of(formats.count(8_888_888)), 0,
                comparingLong(row -> row.line().instances()), () -> new TextCell<>(ExchangeRow::instances, "figures"));
        var size = table.fixed(texts.get("reports.column.size"), List.of(formats.size(LARGE)), 0,
                comparingLong(row -> row.line().bytes()), () -> new TextCell<>(ExchangeRow::size, "figures"));
        var took = table.fixed(texts.get("reports.column.took"), List.of(formats.duration(0), formats.duration(86_000)),
                0, comparing(row -> row.line().took()), () -> new TextCell<>(ExchangeRow::took, "figures"));
        var rate = table.fixed(texts.get("reports.column.rate"), List.of(formats.rate(LARGE / 1000)), 0,
                comparingLong(row -> row.line().bytesPerSecond()), () -> new TextCell<>(ExchangeRow::rate, "figures"));
        List.of(studies, instances, size, took, rate)
                .forEach(column -> column.getStyleClass().add(LineTable.NUMBERS));
        table.leaveOut(List.of(size, rate, instances, took));
        return table;
    }
}
