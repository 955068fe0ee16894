package org.priorfetch.app.today;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentCommand.ReadPriorReport;
import org.priorfetch.engine.api.AppointmentCommand.ReadReportDocument;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;

/** What was reported of the candidate that a person looks at: asked for when it is selected. */
final class PriorReports implements AutoCloseable {

    private final Commands commands;
    private final Texts texts;
    private final Formats formats;
    private final Reach reach;
    private final ReportOpening opening;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Deed>> documents = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable ReadPriorReport asked;
    private @Nullable TextReport shown;

    PriorReports(Workplace workplace, Reach reach) {
        this.commands = workplace.commands();
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        this.reach = reach;
        opening = new ReportOpening(workplace);
        reach.lostProperty().subscribe(_ -> showDocuments());
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Opens each of the report's documents; empty where it has none. */
    ReadOnlyObjectProperty<List<Deed>> documentsProperty() {
        return documents.getReadOnlyProperty();
    }

    void ask(@Nullable AppointmentView appointment, @Nullable PriorView prior) {
        ReadPriorReport question = appointment == null || prior == null ? null
                : new ReadPriorReport(appointment.id(), prior.studyUid());
        asked = question;
        show(null);
        if (question != null) {
            commands.submit(question, answer -> show(question, answer.report()), _ -> show(question, null));
        }
    }

    /** An answer that comes when something else is selected is not shown. */
    private void show(ReadPriorReport question, @Nullable TextReport report) {
        if (question.equals(asked)) {
            show(report);
        }
    }

    private void show(@Nullable TextReport report) {
        shown = report;
        text.set(report == null ? "" : words(report));
        showDocuments();
    }

    private String words(TextReport report) {
        List<String> said = new ArrayList<>();
        if (!report.text().isEmpty()) {
            said.add(report.text());
        }
        if (report.elsewhere() > 0) {
            said.add(texts.get("today.report.elsewhere", report.elsewhere()));
        }
        String title = report.status() == Status.PRELIMINARY ? "today.report.preliminary" : "today.report.final";
        return texts.get(title, formats.date(formats.day(report.at())), String.join("\n", said)).strip();
    }

    private void showDocuments() {
        ReadPriorReport question = asked;
        TextReport report = shown;
        documents.set(question == null || report == null ? List.of()
                : IntStream.rangeClosed(1, report.documents())
                        .mapToObj(number -> deed(question, number, report.documents()))
                        .toList());
    }

    private Deed deed(ReadPriorReport question, int number, int all) {
        String title = all == 1 ? texts.get("today.report.open") : texts.get("today.report.openOne", number, all);
        return new Deed("open-report-" + number, title, Icons.DOCUMENT, null,
                reach.isLost() ? texts.get("today.whyNot.lost") : "",
                () -> opening.open(new ReadReportDocument(question.appointmentId(), question.studyUid(), number)));
    }

    @Override
    public void close() {
        opening.close();
    }
}
