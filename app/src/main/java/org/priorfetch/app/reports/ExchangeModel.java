package org.priorfetch.app.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.Report;
import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SourceHour;

/** What the tab "Exchange" shows: a report of some days, as numbers, charts and lines. */
final class ExchangeModel {

    private static final List<String> HEADER = List.of("day", "source", "outcome", "transfers", "instances", "bytes",
            "seconds", "bytesPerSecond");

    private static final Duration RATES_LOOKED_BACK = Duration.ofDays(14);

    private record Key(LocalDate day, String source, Enum<?> outcome) {}

    private final Commands commands;
    private final Texts texts;
    private final Formats formats;
    private final ReadinessPresenter readinessPresenter;
    private final KeyedRows<ExchangeLine, ExchangeRow> rows;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.WEEK);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<SourceHour>> rates = new ReadOnlyObjectWrapper<>(List.of());
    private int asked;

    ExchangeModel(Commands commands, Texts texts, Formats formats) {
        this.commands = commands;
        this.texts = texts;
        this.formats = formats;
        readinessPresenter = new ReadinessPresenter(texts, formats);
        rows = new KeyedRows<>(line -> new Key(line.day(), line.source(), line.outcome()), this::row);
        notice.set(new Notice(Mark.WAITING, texts.get("reports.reading"), ""));
        span.addListener(_ -> read());
    }

    /** Asks the engine for the report of the chosen days. */
    void read() {
        LocalDate today = formats.today();
        int question = ++asked;
        commands.submit(new RecordCommand.ReadReport(span.get().from(today), today),
                answer -> ifLatest(question, () -> show(answer)),
                refusal -> ifLatest(question, () -> refuse(refusal)));
        commands.submit(new RecordCommand.ReadRates(formats.now().minus(RATES_LOOKED_BACK)), rates::set, _ -> {});
    }

    private void ifLatest(int question, Runnable work) {
        if (question == asked) {
            work.run();
        }
    }

    private void show(Report answer) {
        boolean empty = answer.exchange().isEmpty() && answer.readiness().isEmpty();
        rows.update(answer.exchange().reversed());
        report.set(answer);
        notice.set(empty
                ? new Notice(Mark.NONE, texts.get("reports.exchange.empty"), texts.get("reports.exchange.empty.hint"))
                : null);
    }

    private void refuse(Message refusal) {
        notice.set(new Notice(Mark.FAILED, texts.get("reports.failed"), texts.of(refusal)));
    }

    private ExchangeRow row(ExchangeLine line) {
        Outcome outcome = Outcome.of(line.outcome());
        String words = outcome == null ? texts.get("reports.continued") : texts.get("reports.outcome", outcome);
        Mark mark = outcome == null ? Mark.WAITING : Mark.of(line.outcome());
        return new ExchangeRow(line, mark, formats.date(line.day()), words,
                line.studies() == 0 ? "" : formats.count(line.studies()),
                line.instances() == 0 ? "" : formats.count(line.instances()),
                line.bytes() == 0 ? "" : formats.size(line.bytes()), took(line.took()),
                formats.rate(line.bytesPerSecond()));
    }

    private String took(Duration took) {
        return took.isZero() ? "" : formats.duration(took.toSeconds());
    }

    /** The report as a table, its header first. */
    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(HEADER));
        for (Row<ExchangeLine, ExchangeRow> row : rows.rows()) {
            ExchangeLine line = row.value();
            table.add(List.of(line.day().toString(), line.source(), line.outcome().name(),
                    String.valueOf(line.studies()), String.valueOf(line.instances()), String.valueOf(line.bytes()),
                    String.valueOf(line.took().toSeconds()), String.valueOf(line.bytesPerSecond())));
        }
        return table;
    }

    Readiness readiness() {
        Report shown = report.get();
        return shown == null ? Readiness.NONE : readinessPresenter.present(shown.readiness());
    }

    ObjectProperty<Span> spanProperty() {
        return span;
    }

    /** What to say in place of the report; null when it is there. */
    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** How fast each source was, hour by hour, in the last 14 days. */
    ReadOnlyObjectProperty<List<SourceHour>> ratesProperty() {
        return rates.getReadOnlyProperty();
    }

    /** Newest day first. */
    ObservableList<Row<ExchangeLine, ExchangeRow>> rows() {
        return rows.rows();
    }
}
