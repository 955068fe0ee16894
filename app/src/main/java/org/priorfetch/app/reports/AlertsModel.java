package org.priorfetch.app.reports;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.Message;

/** What the tab "Alerts" shows: what the admin should see to. */
final class AlertsModel {

    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<List<AlertLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Notice> notice;
    private List<Alert> alerts = List.of();

    AlertsModel(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        notice = new ReadOnlyObjectWrapper<>(new Notice(Mark.WAITING, texts.get("reports.alerts.starting"), ""));
    }

    void show(List<Alert> present) {
        alerts = present;
        notice.set(new Notice(Mark.READY, texts.get("reports.alerts.none"), texts.get("reports.alerts.none.hint")));
        presentAgain();
    }

    /** The engine has ended: what the admin should see to is not known until it speaks. */
    void engineGone(Message why) {
        alerts = List.of();
        notice.set(new Notice(Mark.UNREACHABLE, texts.get("reports.alerts.gone"), texts.of(why)));
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

    /** What stands in place of the alerts while there are none. */
    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The weightiest first. */
    ReadOnlyObjectProperty<List<AlertLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }
}
