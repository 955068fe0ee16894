package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.plan.DueOrder;
import org.priorfetch.engine.port.StudyQuery;

/** What is urgent does not wait for the end of a large study that is under way, only for the end of an image. */
class OvertakingTest extends TwoArchives {

    private static final String LARGE = "2.25.100";
    private static final String SMALL = "2.25.200";
    /** So many that two lanes ask three times, for as many at a time as of any study. */
    private static final int LARGE_SIZE = 600;
    /** The source needs so long for each image. */
    private static final Duration SLOW = Duration.ofMillis(150);
    /** While one overtakes, lest a thread that is stopped for some seconds lets many pass. */
    private static final Duration SLOWER = Duration.ofMillis(400);
    /** What does not overtake waits for nearly all of a piece. */
    private static final int LESS_THAN_A_PIECE = Pieces.LARGEST / 2;

    private final HandOrder order = new HandOrder(DueOrder.FIRST_DUE_FIRST);

    @BeforeEach
    void start() throws IOException {
        archived(LARGE, 1, LARGE_SIZE, 512);
        archived(SMALL, 1, 4, 512);
        source.faults().imageDelay(SLOW);
    }

    private int sent(String study) {
        return (int) source.traffic().sent().keySet().stream().filter(uid -> uid.startsWith(study + ".")).count();
    }

    private TransferRunner runner(RelayRig rig, SourceBudget budget) {
        TransferRunner runner = new TransferRunner(rig.relays, rig.jobs, rig.clock, Map.of(TestJobs.SOURCE, budget),
                order, new BackOff(new Random(1)), job -> {
                    if (job.state().isUnderWay()) {
                        order.forget(job.id());
                    }
                });
        runner.start();
        return runner;
    }

    private void assertOvertakes(RelayRig rig, TransferRunner runner, TransferJob large, TransferJob small,
            int before, int lanes) {
        await().atMost(Duration.ofSeconds(40)).until(() -> sent(SMALL) > 0);
        assertThat(sent(LARGE) - before).isLessThanOrEqualTo(LESS_THAN_A_PIECE * lanes);
        source.faults().imageDelay(SLOW);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rig.jobs.find(small.id()).orElseThrow().state() == TransferState.COMPLETE);
        assertThat(sent(LARGE)).isLessThan(LARGE_SIZE);
        source.faults().clear();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rig.jobs.find(large.id()).orElseThrow().state() == TransferState.COMPLETE);
        assertThat(source.traffic().sent()).allSatisfy((uid, times) -> assertThat(times).isOne());
        assertThat(pacs.sopInstanceUids()).hasSize(LARGE_SIZE + 4);
        await().untilAsserted(() -> assertThat(runner.open()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anEmergencyTakesTheLanesAtTheNextImage(int lanes) throws IOException {
        SourceBudget budget = lanes(lanes);
        try (RelayRig rig = between().sourceBudget(budget).start(); TransferRunner runner = runner(rig, budget)) {
            TransferJob large = runner.submit(TestJobs.of(LARGE));
            await().atMost(Duration.ofSeconds(20)).until(() -> sent(LARGE) > lanes + 2);
            source.faults().imageDelay(SLOWER);
            int before = sent(LARGE);
            TransferJob small = runner.submit(
                    TestJobs.of(SMALL).dueAt(TestJobs.DUE.plusSeconds(3600), Urgency.STAT));
            assertOvertakes(rig, runner, large, small, before, lanes);
        }
    }

    /** An emergency has to be looked for before anything of it can overtake. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aQuestionGoesBeforeTheRestOfALongList(int lanes) throws Exception {
        SourceBudget budget = lanes(lanes);
        try (RelayRig rig = between().sourceBudget(budget).start(); TransferRunner runner = runner(rig, budget)) {
            runner.submit(TestJobs.of(LARGE));
            await().atMost(Duration.ofSeconds(20)).until(() -> sent(LARGE) > lanes + 2);
            source.faults().imageDelay(SLOWER);
            int before = sent(LARGE);
            assertThat(rig.peers.source().findStudies(new StudyQuery.ByUid(SMALL))).hasSize(1);
            assertThat(sent(LARGE) - before).isLessThanOrEqualTo(LESS_THAN_A_PIECE * lanes / 4);
            source.faults().clear();
            await().atMost(Duration.ofSeconds(30)).until(() -> runner.open().isEmpty());
            assertThat(pacs.sopInstanceUids()).hasSize(LARGE_SIZE);
            assertThat(source.traffic().sent().values()).as("crossed the end of its list")
                    .filteredOn(times -> times > 1)
                    .hasSizeLessThanOrEqualTo(lanes);
        }
    }

    @Test
    void whatAPersonPutsFirstDoesSoToo() throws IOException {
        SourceBudget one = new SourceBudget(1, null, null, null);
        try (RelayRig rig = between().sourceBudget(one).start(); TransferRunner runner = runner(rig, one)) {
            TransferJob large = runner.submit(TestJobs.of(LARGE));
            await().atMost(Duration.ofSeconds(20)).until(() -> sent(LARGE) > 3);
            source.faults().imageDelay(SLOWER);
            TransferJob small = runner.submit(TestJobs.of(SMALL).dueAt(TestJobs.DUE.plusSeconds(3600), Urgency.LOW));
            int before = sent(LARGE);
            order.putFirst(small);
            assertOvertakes(rig, runner, large, small, before, 1);
        }
    }

    @Test
    void whatOnlyIsDueSoonerWaitsForThePiece() throws IOException {
        SourceBudget two = new SourceBudget(2, null, null, null);
        try (RelayRig rig = between().sourceBudget(two).start(); TransferRunner runner = runner(rig, two)) {
            TransferJob large = runner.submit(TestJobs.of(LARGE));
            await().atMost(Duration.ofSeconds(20)).until(() -> sent(LARGE) > 4);
            TransferJob small = runner.submit(
                    TestJobs.of(SMALL).dueAt(TestJobs.DUE.minusSeconds(60), Urgency.ROUTINE));
            source.faults().imageDelay(Duration.ofMillis(40));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> rig.jobs.find(small.id()).orElseThrow().state() == TransferState.COMPLETE);
            assertThat(List.of(sent(LARGE))).allSatisfy(done -> assertThat(done).isLessThan(LARGE_SIZE));
            await().untilAsserted(
                    () -> assertThat(runner.open()).extracting(TransferJob::id).containsExactly(large.id()));
        }
    }
}
