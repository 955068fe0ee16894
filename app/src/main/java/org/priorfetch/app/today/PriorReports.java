package org.priorfetch.app.today;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentCommand.ReadPriorReport;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;

/** What was reported of the candidate that a person looks at: asked for when it is selected. */
final class PriorReports {

    private final Commands commands;
    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private @Nullable ReadPriorReport asked;

    PriorReports(Commands commands, Texts texts, Formats formats) {
        this.commands = commands;
        this.texts = texts;
        this.formats = formats;
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    void ask(@Nullable AppointmentView appointment, @Nullable PriorView prior) {
        text.set("");
        ReadPriorReport question = appointment == null || prior == null ? null
                : new ReadPriorReport(appointment.id(), prior.studyUid());
        asked = question;
        if (question != null) {
            commands.submit(question, answer -> show(question, answer.report()), _ -> show(question, null));
        }
    }

    /** An answer that comes when something else is selected is not shown. */
    private void show(ReadPriorReport question, @Nullable TextReport report) {
        if (question.equals(asked)) {
            text.set(report == null ? "" : words(report));
        }
    }

    private String words(TextReport report) {
        String title = report.status() == Status.PRELIMINARY ? "today.report.preliminary" : "today.report.final";
        return texts.get(title, formats.date(formats.day(report.at())), report.text());
    }
}
