package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.store.Samples.NOON;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.port.JobSearch;
import org.priorfetch.engine.port.Repositories;

/** With a hundred thousand transfers in the history, its pages are read from the index; of the table only their rows. */
class HistoryPlanTest {

    private static final int JOBS = 100_000;

    @TempDir
    static Path home;

    private static Repositories store;
    private static Database database;

    @BeforeAll
    static void fill() {
        store = DatabaseStore.open(home, InstantSource.fixed(NOON));
        database = ((SqlJobs) store.jobs()).database();
        store.jobs().add(Samples.bareJob());
        database.write(HistoryPlanTest::multiply);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static void multiply(Handle handle) {
        handle.execute("""
                INSERT INTO transfer_job (study_instance_uid, source, patient_id, patient_name, patient_sex,
                    accession_number, study_description, modalities, body_parts, instances, urgency, due, state,
                    attempts, not_before, expected, delivered, bytes, reason, updated, search_text)
                SELECT '1.2.840.113619.2.55.3.604688119.971.1449744126.' || n, source, patient_id, patient_name,
                    patient_sex, accession_number, 'CT THORAX NATIV UND MIT KONTRASTMITTEL', modalities, body_parts,
                    instances, urgency, due, CASE MOD(n, 10) WHEN 0 THEN 'FAILED' ELSE 'COMPLETE' END, attempts,
                    not_before, expected, delivered, bytes, '[["transfer.notSent","12"]]',
                    updated - n * INTERVAL '1' MINUTE,
                    'a-' || n || ' p-' || n || ' 1.2.840.113619.2.55.3.604688119.971.1449744126.' || n
                        || ' ct thorax nativ und mit kontrastmittel'
                FROM transfer_job, (SELECT x AS n FROM SYSTEM_RANGE(1, ?))""", JOBS);
        handle.execute("ANALYZE");
    }

    private static JobSearch search(String text) {
        return new JobSearch(null, null, text, null, null);
    }

    private static String plan(String select, JobSearch search, String page) {
        Conditions conditions = SqlJobs.conditions(search);
        return database.read(handle -> conditions
                .bindTo(handle.createQuery("EXPLAIN ANALYZE " + select + conditions.where() + page))
                .mapTo(String.class)
                .one());
    }

    @Test
    void aPageIsReadFromTheIndexByTime() {
        String plan = plan("SELECT * FROM transfer_job", search("thorax 1449744126.99"),
                " ORDER BY updated DESC, id DESC OFFSET 0 ROWS FETCH FIRST 50 ROWS ONLY");

        assertThat(plan).containsIgnoringCase("transfer_job_by_time").containsIgnoringCase("index sorted");
    }

    @Test
    void countingReadsTheIndexAlone() {
        String plan = plan("SELECT COUNT(*) FROM transfer_job", search("thorax"), "");

        assertThat(plan).containsIgnoringCase("transfer_job_by_time");
    }

    @Test
    void theLastPageReadsNoMoreOfTheTableThanItsRows() {
        String plan = plan("SELECT * FROM transfer_job", search(""),
                " ORDER BY updated DESC, id DESC OFFSET 99000 ROWS FETCH FIRST 50 ROWS ONLY");

        assertThat(plan).containsIgnoringCase("transfer_job_by_time").containsIgnoringCase("index sorted");
        assertThat(store.jobs().ended(search("p-99000"), 0, 50)).singleElement()
                .satisfies(job -> assertThat(job.ref().studyInstanceUid()).endsWith(".99000"));
    }
}
