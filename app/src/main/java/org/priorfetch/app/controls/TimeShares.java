package org.priorfetch.app.controls;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TimePart;

/** Where the time of a source's transfers goes, the largest part first: in words, as a bar, in percent. */
public final class TimeShares extends GridPane {

    private static final double LEAST = 0.005;

    public TimeShares(List<SourceHour> hours, Texts texts, Formats formats) {
        getStyleClass().add("time-shares");
        setId("time-shares");
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints percent = new ColumnConstraints();
        percent.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(new ColumnConstraints(), bar, percent);
        Map<TimePart, Double> shares = shares(hours);
        int row = 0;
        for (Map.Entry<TimePart, Double> share : shares.entrySet()
                .stream()
                .sorted(Map.Entry.<TimePart, Double>comparingByValue(Comparator.reverseOrder()))
                .toList()) {
            if (share.getValue() >= LEAST) {
                add(row++, texts.get("common.time", share.getKey()), share.getValue(), formats);
            }
        }
    }

    private void add(int row, String words, double share, Formats formats) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar(share);
        bar.setMaxWidth(Double.MAX_VALUE);
        String percent = formats.percent(share);
        bar.setAccessibleText(words + ": " + percent);
        Label figure = new Label(percent);
        figure.getStyleClass().add("figures");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        addRow(row, label, bar, figure);
    }

    /** Of all the time that was spent; empty where none was. */
    static Map<TimePart, Double> shares(List<SourceHour> hours) {
        Map<TimePart, Duration> spent = hours.stream()
                .map(SourceHour::spent)
                .reduce(Map.of(), SourceHour::sum);
        double all = spent.values().stream().mapToLong(Duration::toMillis).sum();
        Map<TimePart, Double> shares = new EnumMap<>(TimePart.class);
        if (all > 0) {
            spent.forEach((part, time) -> shares.put(part, time.toMillis() / all));
        }
        return shares;
    }
}
