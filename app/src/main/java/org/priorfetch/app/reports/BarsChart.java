package org.priorfetch.app.reports;

import java.text.NumberFormat;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import org.priorfetch.app.i18n.Texts;

/** Charts of {@link Bars}: still, with a legend, and every value in words under the pointer. */
final class BarsChart {

    private static final double PERCENT_STEP = 25;
    private static final int LONGEST_NAME = 24;

    private final Texts texts;
    private final NumberFormat numbers;
    private final NumberFormat small;

    BarsChart(Texts texts) {
        this.texts = texts;
        numbers = digits(texts, 1);
        small = digits(texts, 3);
    }

    private static NumberFormat digits(Texts texts, int afterThePoint) {
        NumberFormat numbers = NumberFormat.getNumberInstance(texts.locale());
        numbers.setMaximumFractionDigits(afterThePoint);
        return numbers;
    }

    /** Stacked bars. */
    StackedBarChart<String, Number> stacked(Bars bars, String title, String unit) {
        NumberAxis heights = new NumberAxis();
        StackedBarChart<String, Number> chart = new StackedBarChart<>(steps(bars), heights);
        heights.setLabel(unit);
        heights.setTickLabelFormatter(new Plain());
        return filled(chart, bars, title, unit);
    }

    /** A line in percent, with a sign at every value. */
    LineChart<String, Number> percent(Bars bars, String title, String unit) {
        NumberAxis heights = new NumberAxis(0, 100, PERCENT_STEP);
        heights.setLabel(unit);
        heights.setMinorTickVisible(false);
        LineChart<String, Number> chart = filled(new LineChart<>(steps(bars), heights), bars, title, unit);
        chart.setLegendVisible(false);
        return chart;
    }

    private static CategoryAxis steps(Bars bars) {
        CategoryAxis axis = new CategoryAxis(FXCollections.observableArrayList(bars.steps()));
        axis.setAnimated(false);
        return axis;
    }

    private <C extends XYChart<String, Number>> C filled(C chart, Bars bars, String title, String unit) {
        chart.setAnimated(false);
        chart.getYAxis().setAnimated(false);
        chart.setAccessibleText(title);
        chart.setTitle(title);
        for (Bars.Series series : bars.series()) {
            ObservableList<XYChart.Data<String, Number>> values = FXCollections.observableArrayList();
            bars.steps()
                    .stream()
                    .filter(series.heights()::containsKey)
                    .forEach(step -> values.add(new XYChart.Data<>(step, series.heights().get(step))));
            chart.getData().add(new XYChart.Series<>(shortened(series.name()), values));
            values.forEach(value -> explain(series.name(), value, unit));
        }
        return chart;
    }

    /** The legend leaves no room for more; the whole name stands under the pointer. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + '…';
    }

    private void explain(String series, XYChart.Data<String, Number> value, String unit) {
        if (value.getNode() != null) {
            String words = texts.get("reports.chart.value", value.getXValue(), series,
                    (value.getYValue().doubleValue() < 1 ? small : numbers).format(value.getYValue()), unit);
            Tooltip.install(value.getNode(), new Tooltip(words));
        }
    }

    private final class Plain extends StringConverter<Number> {

        @Override
        public String toString(Number number) {
            return small.format(number); // an axis has round numbers only
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("nobody types into an axis");
        }
    }
}
