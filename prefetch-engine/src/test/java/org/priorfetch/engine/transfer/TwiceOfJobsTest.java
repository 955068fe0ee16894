package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.demo.Faults;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** What is said of a job about the bytes that were carried twice, from try to try. */
class TwiceOfJobsTest extends TwoArchives {

    private static final int IMAGES = 12;
    private static final int SIZE = 100_000;
    private static final long LARGE = 100_000_000;
    private static final int OUT_OF_RESOURCES = 0xA700;

    private final List<Long> shown = new CopyOnWriteArrayList<>();
    private List<String> uids;
    private RelayRig rig;
    private TransferRunner runner;

    @BeforeEach
    void start() throws IOException {
        uids = archived(STUDY, 1, IMAGES, SIZE);
        rig = between().deadlines(RelayRig.PATIENT).start();
        runner = new TransferRunner(rig.relays, rig.jobs, rig.clock, Map.of(TestJobs.SOURCE, TWO),
                new HandOrder(Comparator.comparing(TransferJob::due)), new BackOff(new Random(1)),
                job -> shown.add(runner.bytesTwice(job.id())));
        runner.start();
    }

    @AfterEach
    void stop() throws IOException {
        runner.close();
        rig.close();
    }

    private void awaitState(TransferJob job, TransferState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runner.running().isEmpty()
                        && rig.jobs.find(job.id()).orElseThrow().state() == state);
    }

    private void assertReported(TransferJob job) {
        assertThat(rig.ledger.entries().stream().mapToLong(LedgerEntry::bytesTwice).sum())
                .isPositive()
                .isEqualTo(runner.bytesTwice(job.id()));
    }

    private void assertCompleteAfter(TransferJob job) {
        pacs.faults().clear();
        runner.retry(job.id());
        awaitState(job, TransferState.COMPLETE);
    }

    /** What the source sent, but for what the PACS holds. */
    private long inVainOnTheLine() {
        return source.traffic().bytesSent() - (long) SIZE * pacs.sopInstanceUids().size();
    }

    /** What was on the line when a connection was closed has been sent, but never came. */
    private void assertAlmostAllThatCameInVain(TransferJob job) {
        assertThat(runner.bytesTwice(job.id())).isBetween(inVainOnTheLine() * 9 / 10, inVainOnTheLine());
    }

    @Test
    void whatAFullPacsSentAwayHadToCome() {
        source.faults().window(1);
        pacs.faults().window(1).storeDelay(Duration.ofMillis(200));
        uids.subList(4, IMAGES).forEach(uid -> pacs.faults().reject(uid, OUT_OF_RESOURCES));
        TransferJob job = runner.submit(TestJobs.of(STUDY));
        awaitState(job, TransferState.WAITING);
        assertAlmostAllThatCameInVain(job);
    }

    @Test
    void whatComesWhileThePacsIsAwayHasToComeAgain() {
        source.faults().window(1);
        pacs.faults().dropLineAfter(0, SIZE / 2, Faults.ALWAYS);
        TransferJob job = runner.submit(TestJobs.of(STUDY));
        awaitState(job, TransferState.WAITING);
        assertAlmostAllThatCameInVain(job);
    }

    @Test
    void whatThePacsLostIsCountedThoughItComesInALaterTry() {
        TransferJob job = runner.submit(TestJobs.of(STUDY).waitingUntil(Instant.MAX, Reason.of("x"), Instant.EPOCH));
        uids.forEach(uid -> rig.jobs.markDelivered(job.id(), new InstanceRef(uid, "", STUDY + ".1"), LARGE));
        uids.forEach(uid -> pacs.faults().reject(uid, OUT_OF_RESOURCES));
        runner.retry(job.id());
        awaitState(job, TransferState.WAITING);
        assertCompleteAfter(job);
        assertThat(runner.bytesTwice(job.id())).isBetween(IMAGES * LARGE, IMAGES * (LARGE + 3L * SIZE));
    }

    @Test
    void neverBecomesLess() {
        pacs.faults().reject(uids.getLast(), OUT_OF_RESOURCES);
        TransferJob job = runner.submit(TestJobs.of(STUDY));
        awaitState(job, TransferState.WAITING);
        assertCompleteAfter(job);
        assertThat(shown).isSorted();
        assertThat(shown.getLast()).isGreaterThan(SIZE).isEqualTo(runner.bytesTwice(job.id()));
    }

    @Test
    void theReportSaysTheSameAlsoOfATryThatPutNothingIn() {
        uids.forEach(uid -> pacs.faults().reject(uid, OUT_OF_RESOURCES));
        TransferJob job = runner.submit(TestJobs.of(STUDY));
        awaitState(job, TransferState.WAITING);
        assertThat(pacs.sopInstanceUids()).isEmpty();
        assertReported(job);
        assertCompleteAfter(job);
        assertReported(job);
    }
}
