package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jdbi.v3.core.statement.Query;
import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.ReadinessLine;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Day;
import org.priorfetch.engine.port.ReportRepository;

/**
 * Sums by day. The borders of the days come in as values, because databases disagree about calendars and only the caller knows
 * the zone; each day then reads its part of an index.
 */
record SqlReports(Database database) implements ReportRepository {

    static final String DELIVERED = """
            SELECT span.place, ledger.source, ledger.outcome, 0 AS studies, SUM(ledger.instances) AS instances,
                SUM(ledger.bytes) AS bytes, SUM(ledger.millis) AS millis
            FROM (VALUES <spans>) AS span (place, begins, ends)
            JOIN ledger_entry ledger ON ledger.recorded >= span.begins AND ledger.recorded < span.ends
            GROUP BY span.place, ledger.source, ledger.outcome""";
    static final String ENDED = """
            SELECT span.place, job.source, job.state AS outcome, COUNT(*) AS studies, 0 AS instances, 0 AS bytes,
                0 AS millis
            FROM (VALUES <spans>) AS span (place, begins, ends)
            JOIN transfer_job job ON job.updated >= span.begins AND job.updated < span.ends
            WHERE job.state NOT IN ('QUEUED', 'WAITING', 'RUNNING', 'VERIFYING')
            GROUP BY span.place, job.source, job.state""";
    static final String READINESS = """
            SELECT span.place, outcome.modality, COUNT(*) AS appointments,
                COUNT(CASE WHEN outcome.verdict_at_start = 'READY' THEN 1 END) AS ready,
                COUNT(CASE WHEN outcome.verdict_at_start = 'NONE_EXIST' THEN 1 END) AS none_exist,
                COUNT(CASE WHEN outcome.verdict_at_start IS NULL THEN 1 END) AS unwatched
            FROM (VALUES <spans>) AS span (place, begins, ends)
            JOIN appointment_outcome outcome
                ON outcome.scheduled_start >= span.begins AND outcome.scheduled_start < span.ends
            WHERE outcome.scheduled_start <= :now
            GROUP BY span.place, outcome.modality ORDER BY span.place, outcome.modality""";

    private static final String SPAN = "(%1$d, CAST(:begins%1$d AS TIMESTAMP(6) WITH TIME ZONE), "
            + "CAST(:ends%1$d AS TIMESTAMP(6) WITH TIME ZONE))";
    private static final Comparator<ExchangeLine> ORDER = Comparator.comparing(ExchangeLine::day)
            .thenComparing(ExchangeLine::source)
            .thenComparing(ExchangeLine::outcome);

    /** What is summed up in one line. */
    private record Group(LocalDate day, String source, TransferState outcome) {

        static Group of(ExchangeLine line) {
            return new Group(line.day(), line.source(), line.outcome());
        }
    }

    @Override
    public List<ExchangeLine> exchange(List<Day> days) {
        Map<Group, ExchangeLine> lines = new HashMap<>();
        for (String question : List.of(DELIVERED, ENDED)) {
            database.read(handle -> about(days, handle.createQuery(question))
                    .map((row, _) -> exchangeLine(row, days))
                    .list())
                    .forEach(line -> lines.merge(Group.of(line), line, SqlReports::sum));
        }
        return lines.values().stream().sorted(ORDER).toList();
    }

    @Override
    public List<ReadinessLine> readiness(List<Day> days, Instant now) {
        return database.read(handle -> about(days, handle.createQuery(READINESS))
                .bind("now", Columns.ofInstant(now))
                .map((row, _) -> new ReadinessLine(date(row, days), row.getString("modality"),
                        row.getLong("appointments"), row.getLong("ready"), row.getLong("none_exist"),
                        row.getLong("unwatched")))
                .list());
    }

    static Query about(List<Day> days, Query query) {
        query.define("spans", IntStream.range(0, days.size())
                .mapToObj(SPAN::formatted)
                .collect(Collectors.joining(", ")));
        for (int place = 0; place < days.size(); place++) {
            query.bind("begins" + place, Columns.ofInstant(days.get(place).begins()));
            query.bind("ends" + place, Columns.ofInstant(days.get(place).ends()));
        }
        return query;
    }

    private static ExchangeLine exchangeLine(ResultSet row, List<Day> days) throws SQLException {
        return new ExchangeLine(date(row, days), row.getString("source"),
                Columns.constant(row, "outcome", TransferState.class), row.getLong("studies"),
                row.getLong("instances"), row.getLong("bytes"), Duration.ofMillis(row.getLong("millis")));
    }

    private static LocalDate date(ResultSet row, List<Day> days) throws SQLException {
        return days.get(row.getInt("place")).date();
    }

    private static ExchangeLine sum(ExchangeLine one, ExchangeLine other) {
        return new ExchangeLine(one.day(), one.source(), one.outcome(), one.studies() + other.studies(),
                one.instances() + other.instances(), one.bytes() + other.bytes(), one.took().plus(other.took()));
    }
}
