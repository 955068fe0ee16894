package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.store.Samples.NOON;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.port.Repositories;

/** With years of history in the tables, the questions that are asked all the time do not read all of it. */
class QueryPlanTest {

    private static final int JOBS = 20_000;
    private static final int ENTRIES = 100_000;

    @TempDir
    static Path home;

    private static Repositories store;
    private static Database database;

    @BeforeAll
    static void fill() {
        store = DatabaseStore.open(home, InstantSource.fixed(NOON));
        database = ((SqlJobs) store.jobs()).database();
        store.jobs().add(Samples.bareJob());
        store.ledger().append(Samples.ledgerEntry(NOON));
        database.write(QueryPlanTest::multiply);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** Of the jobs one in a hundred is open. */
    private static void multiply(Handle handle) {
        handle.execute(
                """
                        INSERT INTO transfer_job (study_instance_uid, source, patient_id, patient_name, patient_sex,
                            accession_number, study_description, modalities, body_parts, instances, urgency, due, state, attempts,
                            not_before, expected, delivered, bytes, updated)
                        SELECT '1.2.' || n, source, patient_id, patient_name, patient_sex, accession_number, study_description,
                            modalities, body_parts, instances, urgency, due, CASE MOD(n, 100) WHEN 0 THEN 'QUEUED' ELSE 'COMPLETE' END,
                            attempts, not_before, expected, delivered, bytes, updated - n * INTERVAL '1' MINUTE
                        FROM transfer_job, (SELECT x AS n FROM SYSTEM_RANGE(2, ?))""",
                JOBS);
        handle.execute(
                """
                        INSERT INTO ledger_entry (recorded, study_instance_uid, source, patient_id, instances, bytes, outcome,
                            changed_attributes)
                        SELECT recorded - n * INTERVAL '1' MINUTE, study_instance_uid, source, patient_id, instances, bytes, outcome,
                            changed_attributes
                        FROM ledger_entry, (SELECT x AS n FROM SYSTEM_RANGE(2, ?))""",
                ENTRIES);
        handle.execute("""
                INSERT INTO delivered_instance SELECT id, '1.' || n, '1', '1', 1
                FROM transfer_job, (SELECT x AS n FROM SYSTEM_RANGE(1, 5)) WHERE MOD(id, 10) = 0""");
        handle.execute("ANALYZE");
    }

    @Test
    void openJobs() {
        String plan = database.read(handle -> handle.createQuery("EXPLAIN ANALYZE " + SqlJobs.OPEN)
                .bindList("states", SqlJobs.OPEN_STATES)
                .mapTo(String.class)
                .one());

        assertThat(plan).containsIgnoringCase("transfer_job_by_state");
        assertThat(rowsRead(plan)).isLessThan(JOBS / 50);
        assertThat(store.jobs().open()).hasSize(1 + JOBS / 100);
    }

    @Test
    void recentJobs() {
        String plan = database.read(handle -> handle.createQuery("EXPLAIN ANALYZE " + SqlJobs.RECENT)
                .bind("limit", 50)
                .mapTo(String.class)
                .one());

        assertThat(plan).containsIgnoringCase("transfer_job_by_time").containsIgnoringCase("index sorted");
        assertThat(rowsRead(plan)).isLessThan(100);
    }

    @Test
    void ledgerOfADay() {
        String plan = database.read(handle -> handle.createQuery("EXPLAIN ANALYZE " + SqlLedger.BETWEEN)
                .bind("from", Columns.ofInstant(NOON.minusSeconds(86_400)))
                .bind("to", Columns.ofInstant(NOON))
                .mapTo(String.class)
                .one());

        assertThat(plan).containsIgnoringCase("ledger_entry_by_time");
        assertThat(rowsRead(plan)).isLessThan(2 * 24 * 60);
    }

    @Test
    void marksToForget() {
        String plan = database.read(handle -> handle.createQuery("EXPLAIN " + Retention.FORGET)
                .bindList("states", Retention.ENDED)
                .bind("before", Columns.ofInstant(NOON))
                .mapTo(String.class)
                .one());

        assertThat(plan.toLowerCase(Locale.ROOT)).contains("transfer_job_by_state")
                .doesNotContain("delivered_instance.tablescan");
    }

    private static int rowsRead(String plan) {
        String count = plan.replaceAll("(?s).*scanCount: (\\d+).*", "$1");
        return Integer.parseInt(count);
    }
}
