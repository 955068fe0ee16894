package org.priorfetch.engine.transfer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

/** The hours of a source end while a study is on its way. */
@Timeout(120)
class HoursEndTest extends TwoArchives {

    private static final int INSTANCES = 120;
    private static final Instant NIGHT = Instant.parse("2026-03-02T23:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-03T07:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-09T09:00:00Z");
    private static final SourceBudget NIGHTS = new SourceBudget(2, null,
            new HoursWindow(LocalTime.of(18, 0), LocalTime.of(7, 0)), null);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private RelayRig rig;
    private TransferRunner runner;

    @BeforeEach
    void start() throws IOException {
        archived(STUDY, 1, INSTANCES, 50_000);
        source.faults().imageDelay(Duration.ofMillis(150));
        rig = between().sourceBudget(NIGHTS).start();
        rig.clock.set(NIGHT);
        runner = new TransferRunner(rig.relays, rig.jobs, rig.clock, Map.of(TestJobs.SOURCE, NIGHTS),
                new HandOrder(Comparator.comparing(TransferJob::due)), new BackOff(new Random(1)), _ -> {});
        runner.start();
    }

    @AfterEach
    void stop() throws IOException {
        runner.close();
        rig.close();
    }

    private TransferJob begun(Instant due, Urgency urgency) {
        TransferJob job = runner.submit(TestJobs.of(STUDY).dueAt(due, urgency));
        await().atMost(PATIENCE).until(() -> pacs.traffic().stored().size() >= 2);
        return job;
    }

    private void awaitComplete(TransferJob job) {
        source.faults().imageDelay(Duration.ZERO);
        await().atMost(PATIENCE)
                .until(
                        () -> rig.jobs.find(job.id()).orElseThrow().state() == TransferState.COMPLETE);
        assertThat(pacs.traffic().stored()).hasSize(INSTANCES);
        assertNothingCameTwice();
    }

    @Test
    void whatIsNotUrgentStopsAtTheInstanceSaysWhyAndGoesOnLater() {
        TransferJob job = begun(LATER, Urgency.ROUTINE);
        rig.clock.set(MORNING);
        await().atMost(PATIENCE).until(() -> runner.running().isEmpty());

        assertThat(runner.open()).singleElement().satisfies(waiting -> {
            assertThat(waiting.state()).isEqualTo(TransferState.WAITING);
            assertThat(requireNonNull(waiting.reason()).text()).isEqualTo("regional may be used from 18:00");
        });
        assertThat(pacs.traffic().stored()).hasSizeLessThan(INSTANCES);
        assertThat(runner.isSettled()).isTrue();

        rig.clock.set(NIGHT.plus(Duration.ofDays(1)));
        awaitComplete(job);
    }

    @Test
    void theSameStudyIsNotTakenForAnotherWhileItStops() {
        TransferJob job = begun(LATER, Urgency.ROUTINE);
        rig.clock.set(MORNING);
        TransferJob again = runner.submit(TestJobs.of(STUDY).dueAt(LATER, Urgency.ROUTINE));
        assertThat(again.id()).isEqualTo(job.id());
    }

    @Test
    void whatIsDueBeforeTheyBeginAgainGoesOn() {
        TransferJob job = begun(MORNING.plus(Duration.ofHours(2)), Urgency.ROUTINE);
        rig.clock.set(MORNING);
        int before = pacs.traffic().stored().size();
        await().atMost(PATIENCE).until(() -> pacs.traffic().stored().size() >= before + 12);
        awaitComplete(job);
    }

    @Test
    void whatAPersonStopsMeanwhileStaysStopped() {
        TransferJob job = begun(LATER, Urgency.ROUTINE);
        rig.clock.set(MORNING);
        assertThat(runner.cancel(job.id())).isTrue();
        await().atMost(PATIENCE).until(() -> runner.running().isEmpty());
        assertThat(rig.jobs.find(job.id()).orElseThrow().state()).isEqualTo(TransferState.CANCELLED);
    }

    @Test
    void hoursThatAreChangedTakeHoldOfWhatIsOnItsWay() {
        rig.clock.set(MORNING.plus(Duration.ofHours(3)));
        runner.change(Map.of(TestJobs.SOURCE, SourceBudget.DEFAULT));
        TransferJob job = begun(LATER, Urgency.ROUTINE);
        runner.change(Map.of(TestJobs.SOURCE, NIGHTS));
        await().atMost(PATIENCE).until(() -> runner.running().isEmpty());
        assertThat(runner.open()).singleElement()
                .satisfies(waiting -> assertThat(waiting.state()).isEqualTo(TransferState.WAITING));
        runner.change(Map.of(TestJobs.SOURCE, SourceBudget.DEFAULT));
        awaitComplete(job);
    }
}
