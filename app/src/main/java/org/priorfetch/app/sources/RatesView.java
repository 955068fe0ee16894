package org.priorfetch.app.sources;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.RateChart;
import org.priorfetch.app.controls.TimeShares;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.SourceHour;

/** Shows how fast a source is by the hour of the day, and where its time goes. */
final class RatesView extends VBox {

    private final RatesModel model;
    private final Texts texts;
    private final RateChart chart;

    RatesView(RatesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.chart = new RateChart(texts, model.formats()::hourOfDay);
        getStyleClass().addAll("source-rates", "charts");
        model.hoursProperty().subscribe(this::show);
    }

    private void show(List<SourceHour> hours) {
        Label title = new Label(texts.get("common.time.title"));
        title.getStyleClass().add("delivery-test-title");
        TimeShares shares = new TimeShares(hours, texts, model.formats());
        getChildren().setAll(chart.of(hours));
        if (!shares.getChildren().isEmpty()) {
            getChildren().addAll(title, shares);
        }
    }
}
