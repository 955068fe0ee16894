package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.store.Samples.NOON;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.JobSearch;
import org.priorfetch.engine.port.Repositories;

/** The transfers that have ended are found by what people know of them, page by page. */
class HistoryTest {

    private static final JobSearch ALL = search(null, null, "");

    @TempDir
    Path home;

    private Repositories store;
    private JobRepository jobs;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(NOON));
        jobs = store.jobs();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static JobSearch search(@Nullable TransferState state, @Nullable String source, String text) {
        return new JobSearch(state, source, text, null, null);
    }

    private long add(TransferJob job, TransferState state, int secondsAgo) {
        return jobs.add(job.with(state, null, NOON.minusSeconds(secondsAgo))).id();
    }

    private List<Long> found(JobSearch search) {
        List<Long> found = jobs.ended(search, 0, 10).stream().map(TransferJob::id).toList();
        assertThat(jobs.countEnded(search)).isEqualTo(found.size());
        return found;
    }

    @Test
    void newestFirstAndWithoutThoseStillOpen() {
        long older = add(Samples.fullJob(), TransferState.COMPLETE, 2);
        long newer = add(Samples.bareJob(), TransferState.HELD, 1);
        add(Samples.bareJob(), TransferState.WAITING, 3);

        assertThat(found(ALL)).containsExactly(newer, older);
    }

    @Test
    void pagesFollowOneAnotherAlsoWhenAllEndedAtOnce() {
        List<Long> ids = List.of(add(Samples.bareJob(), TransferState.FAILED, 0),
                add(Samples.bareJob(), TransferState.FAILED, 0), add(Samples.bareJob(), TransferState.FAILED, 0));

        assertThat(jobs.ended(ALL, 0, 2)).extracting(TransferJob::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(jobs.ended(ALL, 2, 2)).extracting(TransferJob::id).containsExactly(ids.get(0));
        assertThat(jobs.ended(ALL, 3, 2)).isEmpty();
        assertThat(jobs.countEnded(ALL)).isEqualTo(3);
    }

    @Test
    void byStateAndSource() {
        long regional = add(Samples.fullJob(), TransferState.COMPLETE, 1);
        long university = add(Samples.bareJob(), TransferState.PARTIAL, 2);

        assertThat(found(search(TransferState.COMPLETE, null, ""))).containsExactly(regional);
        assertThat(found(search(null, "university", ""))).containsExactly(university);
        assertThat(found(search(TransferState.COMPLETE, "university", ""))).isEmpty();
    }

    @Test
    void byTimeFromTheFirstInstantToBeforeTheLast() {
        long first = add(Samples.bareJob(), TransferState.COMPLETE, 2);
        long last = add(Samples.bareJob(), TransferState.COMPLETE, 0);

        assertThat(found(new JobSearch(null, null, "", NOON.minusSeconds(2), NOON))).containsExactly(first);
        assertThat(found(new JobSearch(null, null, "", NOON, null))).containsExactly(last);
        assertThat(found(new JobSearch(null, null, "", null, NOON.minusSeconds(2)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a1, an appointment", "'A-77', an accession number", "'p\\1', a patient ID", "2.840.1, a study",
            "SCHÄDEL, a description", "'  schädel  a-77 ', two words"})
    void byText(String text, String what) {
        long wanted = add(Samples.fullJob(), TransferState.COMPLETE, 1);
        add(Samples.bareJob(), TransferState.COMPLETE, 2);

        assertThat(found(search(null, null, text))).as(what).containsExactly(wanted);
    }

    @ParameterizedTest
    @CsvSource({"%", "_", "!", "a1 nowhere", "Yamada"})
    void byTextThatIsNowhere(String text) {
        add(Samples.fullJob(), TransferState.COMPLETE, 1);

        assertThat(found(search(null, null, text))).isEmpty();
    }

    @Test
    void byTheNewTextOfAJobThatWasChanged() {
        TransferJob added = jobs.add(Samples.bareJob());
        jobs.save(Samples.fullJob().with(TransferState.FAILED, null, NOON).withId(added.id()));

        assertThat(found(search(null, null, "A-77"))).containsExactly(added.id());
    }
}
