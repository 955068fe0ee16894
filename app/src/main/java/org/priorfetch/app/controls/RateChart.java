package org.priorfetch.app.controls;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.converter.NumberStringConverter;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.SourceHour;

/** Draws how fast sources are by the hour of the day: still, with every value in words under the pointer and for a reader. */
public final class RateChart {

    private static final int HOURS = 24;

    private final Texts texts;
    private final ToIntFunction<Instant> hourOfDay;
    private final NumberFormat numbers;

    /** @param hourOfDay where the reader is */
    public RateChart(Texts texts, ToIntFunction<Instant> hourOfDay) {
        this.texts = texts;
        this.hourOfDay = hourOfDay;
        numbers = NumberFormat.getNumberInstance(texts.locale());
        numbers.setMaximumFractionDigits(1);
    }

    /** A line for each source; words where nothing was measured. */
    public Node of(List<SourceHour> hours) {
        SortedMap<String, HourRates> bySource = new TreeMap<>();
        hours.stream()
                .collect(Collectors.groupingBy(SourceHour::source))
                .forEach((source, own) -> bySource.put(source, HourRates.of(own, hourOfDay)));
        bySource.values().removeIf(HourRates::isEmpty);
        return bySource.isEmpty() ? nothing() : drawn(bySource);
    }

    private Node nothing() {
        Label label = new Label(texts.get("common.rates.empty"));
        label.setWrapText(true);
        label.setId("rates-empty");
        label.getStyleClass().add("aside");
        return label;
    }

    private LineChart<String, Number> drawn(SortedMap<String, HourRates> bySource) {
        CategoryAxis steps = new CategoryAxis(
                FXCollections.observableArrayList(IntStream.range(0, HOURS).mapToObj(RateChart::step).toList()));
        steps.setAnimated(false);
        NumberAxis heights = new NumberAxis();
        heights.setAnimated(false);
        heights.setTickLabelFormatter(new NumberStringConverter(numbers));
        heights.setLabel(texts.get("common.rates.unit"));
        LineChart<String, Number> chart = new LineChart<>(steps, heights);
        chart.setAnimated(false);
        chart.setId("rates");
        chart.getStyleClass().add("rates");
        chart.setTitle(texts.get("common.rates.title"));
        chart.setLegendVisible(bySource.size() > 1);
        bySource.forEach((source, rates) -> add(chart, source, rates));
        chart.setAccessibleText(texts.get("common.rates.title") + ". " + bySource.entrySet()
                .stream()
                .map(one -> spoken(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" ")));
        return chart;
    }

    private void add(LineChart<String, Number> chart, String source, HourRates rates) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        series.setName(source);
        rates.median().forEach((hour, rate) -> series.getData().add(new XYChart.Data<>(step(hour), rate)));
        chart.getData().add(series);
        int place = 0;
        for (int hour : rates.median().keySet()) {
            Tooltip.install(series.getData().get(place++).getNode(), new Tooltip(source + ", " + words(hour, rates)));
        }
    }

    private String spoken(String source, HourRates rates) {
        return rates.median()
                .keySet()
                .stream()
                .map(hour -> words(hour, rates))
                .collect(Collectors.joining("; ", source + ": ", "."));
    }

    private String words(int hour, HourRates rates) {
        return texts.get("common.rates.value", step(hour), numbers.format(rates.median().getOrDefault(hour, 0.0)),
                rates.studies().getOrDefault(hour, 0L));
    }

    private static String step(int hour) {
        return String.format(Locale.ROOT, "%02d", hour);
    }
}
