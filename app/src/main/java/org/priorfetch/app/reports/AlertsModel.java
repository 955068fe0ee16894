package org.priorfetch.app.reports;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.Alert;

/** What the tab "Alerts" shows: what the admin should see to. */
final class AlertsModel {

    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<List<AlertLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private List<Alert> alerts = List.of();

    AlertsModel(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    void show(List<Alert> present) {
        alerts = present;
        presentAgain();
    }

    /** Time has passed. */
    void presentAgain() {
        lines.set(alerts.stream().map(this::line).toList());
    }

    private AlertLine line(Alert alert) {
        return new AlertLine(Mark.of(alert.kind()), texts.of(alert.text()),
                texts.get("reports.alerts.since", formats.since(alert.since())), texts.of(alert.advice()));
    }

    /** The weightiest first. */
    ReadOnlyObjectProperty<List<AlertLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }
}
