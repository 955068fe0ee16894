package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;

/** Several operations at a time, from the source and to the PACS (PS3.7 D.3.3.3). */
@Timeout(60)
class OperationsWindowTest extends TwoArchives {

    @AfterEach
    void stop() {
        assertThat(spool()).isEmptyDirectory();
    }

    private List<String> study(int instances, int bytes) throws IOException {
        return archived(STUDY, 1, instances, bytes);
    }

    private RelayRig rig(int port, UnaryOperator<RelayRig.Builder> more) throws IOException {
        RelayRig rig = more.apply(between(port).sourceBudget(ONE).deadlines(RelayRig.PATIENT)).start();
        if (rig.storagePort() > 0) {
            source.destination(RelayRig.AE_TITLE, rig.storagePort());
        }
        return rig;
    }

    private void assertComplete(TransferOutcome outcome, List<String> uids) {
        assertThat(outcome).isEqualTo(new TransferOutcome.Complete(uids.size()));
        assertThat(pacs.traffic().stored()).hasSize(uids.size());
        assertNothingCameTwice();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "5, 5", "16, 16", "100, 16"})
    void theSourceSendsAsManyWithoutAnAnswerAsItGrants(int granted, int most) throws IOException {
        List<String> uids = study(24, 2_000);
        source.faults().window(granted);
        try (SlowLine line = SlowLine.to(source.port(), Duration.ofMillis(50), null);
                RelayRig rig = rig(line.port(), UnaryOperator.identity())) {
            assertComplete(rig.relay(STUDY), uids);
            assertThat(source.traffic().unansweredPeak()).isBetween(Math.min(2, most), most);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 6", "100, 16"})
    void theSameWhenItMoves(int asked, int most) throws IOException {
        List<String> uids = study(24, 2_000);
        source.faults().window(asked);
        pacs.faults().storeDelay(Duration.ofMillis(20));
        try (RelayRig rig = rig(source.port(), builder -> builder.moveTo(0))) {
            assertComplete(rig.relay(STUDY), uids);
            assertThat(source.traffic().unansweredPeak()).isBetween(Math.min(2, most), most);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void thePacsMayAnswerInAnyOrder(int associations) throws IOException {
        List<String> uids = study(24, 2_000);
        String unwanted = uids.get(11);
        pacs.faults().holdAnswers(4).reject(unwanted, 0xC000);
        try (RelayRig rig = rig(source.port(),
                builder -> builder.pacsBudget(lanes(associations)))) {
            TransferJob job = rig.add(TestJobs.of(STUDY));
            TransferOutcome outcome = rig.relay(job, new Cancellation()).outcome();
            assertThat(outcome).isInstanceOfSatisfying(TransferOutcome.Partial.class, partial -> {
                assertThat(partial.delivered()).isEqualTo(23);
                assertThat(partial.reason().text()).contains("C000");
            });
            assertThat(rig.jobs.delivered(job.id())).hasSize(23).doesNotContain(unwanted);
        }
        assertThat(pacs.sopInstanceUids()).hasSize(23).doesNotContain(unwanted);
        assertThat(pacs.traffic().unansweredPeak()).isBetween(2, 4);
        assertThat(pacs.traffic().associationsPeak()).isLessThanOrEqualTo(associations);
    }

    @Test
    void aPacsThatGrantsNothingGetsOneAtATime() throws IOException {
        List<String> uids = study(12, 2_000);
        pacs.faults().window(1).holdAnswers(4);
        try (RelayRig rig = rig(source.port(), builder -> builder.pacsBudget(ONE))) {
            assertComplete(rig.relay(STUDY), uids);
        }
        assertThat(pacs.traffic().unansweredPeak()).isOne();
    }

    @Test
    void aPeerThatHangsUpWhenAskedIsAskedNoMore() throws IOException {
        List<String> uids = study(6, 2_000);
        source.faults().dropWhoAsksForWindow(true);
        pacs.faults().dropWhoAsksForWindow(true);
        try (RelayRig rig = rig(source.port(), builder -> builder.sourceBudget(TWO))) {
            assertComplete(rig.relay(STUDY), uids);
            long asked = source.traffic().windowsAsked();
            assertThat(asked).isBetween(1L, 2L);
            rig.relay(STUDY);
            assertThat(source.traffic().windowsAsked()).isEqualTo(asked);
        }
    }

    /** Also of the one that is not asked any more, and whichever way the images come. */
    @ParameterizedTest
    @CsvSource({"get, grants, false", "get, grantsNone, true", "get, hangsUp, true", "move, grants, false",
            "move, grantsNone, true"})
    void itIsKnownWhetherTheSourceSendsOneAtATime(String way, String source, boolean one) throws IOException {
        study(6, 2_000);
        switch (source) {
            case "grantsNone" -> this.source.faults().window(1);
            case "hangsUp" -> this.source.faults().dropWhoAsksForWindow(true);
            default -> this.source.faults().window(4);
        }
        JobProgress progress = new JobProgress(() -> {});
        assertThat(progress.times().cameOneAtATime()).isFalse();
        try (RelayRig rig = rig(this.source.port(), way.equals("move") ? builder -> builder.moveTo(0)
                : UnaryOperator.identity())) {
            rig.relays.relay(rig.add(TestJobs.of(STUDY)), progress, new Cancellation());
        }
        assertThat(progress.times().cameOneAtATime()).isEqualTo(one);
    }

    @Test
    void aFullHouseIsNoReasonToAskNoMore() throws IOException {
        List<String> uids = study(6, 2_000);
        source.faults().associationLimit(0);
        try (RelayRig rig = rig(source.port(), UnaryOperator.identity())) {
            assertThat(rig.relay(STUDY)).isInstanceOf(TransferOutcome.Postponed.class);
            source.faults().clear();
            assertComplete(rig.relay(STUDY), uids);
            assertThat(source.traffic().windowsAsked()).isPositive();
        }
    }

    @Test
    void whatThePacsHadNotAnsweredWhenTheLineDroppedIsNotDelivered() throws IOException {
        List<String> uids = study(24, 20_000);
        pacs.faults().holdAnswers(8, Duration.ofMinutes(1)).dropLineAfter(5, 4_000, 1);
        try (RelayRig rig = rig(source.port(), builder -> builder.pacsBudget(ONE))) {
            TransferJob job = rig.add(TestJobs.of(STUDY));
            assertThat(rig.relay(job, new Cancellation()).outcome())
                    .isEqualTo(new TransferOutcome.Complete(uids.size()));
        }
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
        // the five that had come whole were not answered, and came again
        assertThat(pacs.traffic().stored().values()).filteredOn(times -> times == 2).hasSize(5);
        assertThat(pacs.traffic().stored().values()).filteredOn(times -> times == 1).hasSize(19);
        await().untilAsserted(() -> assertThat(pacs.traffic().fragments()).isOne());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whenTheSourceIsLostInMidInstanceWhatArrivedWholeIsStillAnsweredFor(int associations) throws IOException {
        List<String> uids = study(24, 100_000);
        source.faults().dropLineAfter(6, 40_000, 1);
        pacs.faults().storeDelay(Duration.ofMillis(30));
        try (RelayRig rig = rig(source.port(),
                builder -> builder.pacsBudget(lanes(associations)))) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(uids.size()));
        }
        assertThat(pacs.traffic().stored()).hasSize(uids.size()).allSatisfy((uid, times) -> assertThat(times).isOne());
    }
}
