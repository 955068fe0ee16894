package org.priorfetch.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

import org.priorfetch.engine.model.TransferState;

/**
 * Forgets which instances a job delivered a year and a month after it ended; until then everything that was put into the PACS can
 * be listed and undone. The job itself stays. Appointments of past days and what people did with their studies are kept for 60 days, rates and times of transfers for 90, reports for three years. A job that waits for a person keeps the list, because the decision may need it.
 */
final class Retention {

    static final String FORGET = """
            DELETE FROM delivered_instance WHERE job_id IN (
                SELECT id FROM transfer_job WHERE state IN (<states>) AND updated < :before)""";
    static final List<String> ENDED = Arrays.stream(TransferState.values())
            .filter(state -> state.isTerminal() && state != TransferState.HELD)
            .map(TransferState::name)
            .toList();

    private static final String FORGET_PAST = "DELETE FROM past_appointment WHERE scheduled_start < :before";
    private static final String FORGET_FEEDBACK = "DELETE FROM prior_feedback WHERE scheduled_start < :before";
    private static final List<String> FORGET_REPORTS = List.of("DELETE FROM text_report WHERE stated_at < :before",
            "DELETE FROM report_document WHERE stated_at < :before");
    private static final List<String> FORGET_RATES = List.of("DELETE FROM source_hour WHERE begins < :before",
            "DELETE FROM transfer_times WHERE ended < :before");
    private static final Duration RATES_KEPT = Duration.ofDays(90);
    private static final Duration REPORTS_KEPT = Duration.ofDays(3 * 366);
    private static final Duration PAST_KEPT = Duration.ofDays(60);
    private static final Duration KEPT = Duration.ofDays(400);
    private static final Duration EVERY = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    Retention(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Called by one thread. */
    void applyWhenDue() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        database.write(handle -> handle.createUpdate(FORGET)
                .bindList("states", ENDED)
                .bind("before", Columns.ofInstant(now.minus(KEPT)))
                .execute());
        forget(FORGET_PAST, now.minus(PAST_KEPT));
        forget(FORGET_FEEDBACK, now.minus(PAST_KEPT));
        FORGET_RATES.forEach(forget -> forget(forget, now.minus(RATES_KEPT)));
        FORGET_REPORTS.forEach(forget -> forget(forget, now.minus(REPORTS_KEPT)));
        next = now.plus(EVERY);
    }

    private void forget(String statement, Instant before) {
        database.write(handle -> handle.createUpdate(statement).bind("before", Columns.ofInstant(before)).execute());
    }
}
