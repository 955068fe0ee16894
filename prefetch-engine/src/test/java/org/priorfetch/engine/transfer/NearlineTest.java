package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.StudyQuery;

/** Studies that an archive must fetch from a slow store first. */
class NearlineTest extends TwoArchives {

    private static final String SLOW = "2.25.100";
    private static final String OTHER_SLOW = "2.25.200";
    private static final String ONLINE = "2.25.300";
    private static final Duration RECALL = Duration.ofSeconds(4);
    private static final Duration VERY_LONG = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** So long an archive may usually be silent. */
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Deadlines OF_THE_SOURCE = new Deadlines(RelayRig.PATIENT.connect(),
            RelayRig.PATIENT.associate(), RelayRig.PATIENT.response(), USUAL, RelayRig.PATIENT.slot(),
            RelayRig.PATIENT.idle(), Duration.ofSeconds(1));

    private final List<RelayRig> rigs = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        for (String uid : List.of(SLOW, OTHER_SLOW, ONLINE)) {
            archived(uid, 3, 4, 20_000);
        }
    }

    @AfterEach
    void stop() throws IOException {
        for (RelayRig rig : rigs) {
            rig.close();
        }
    }

    private RelayRig rig(boolean move, int associations) throws IOException {
        RelayRig.Builder builder = between().sourceBudget(lanes(associations))
                .pacsBudget(lanes(4))
                .deadlines(OF_THE_SOURCE, RelayRig.PATIENT);
        RelayRig rig = (move ? builder.moveTo(0) : builder).start();
        if (move) {
            source.destination(RelayRig.AE_TITLE, rig.storagePort());
        }
        rigs.add(rig);
        return rig;
    }

    private static TransferJob job(String uid, Availability availability) {
        TransferJob job = TestJobs.of(uid);
        return new TransferJob(job.id(), job.appointmentId(), job.patient(), job.candidate().available(availability),
                job.urgency(), job.due(), job.state(), job.attempts(), job.notBefore(), job.expected(),
                job.delivered(), job.bytes(), job.reason(), job.updated());
    }

    private static TransferOutcome relay(RelayRig rig, TransferJob job) {
        return rig.relay(rig.add(job), new Cancellation()).outcome();
    }

    @ParameterizedTest
    @CsvSource({"NEARLINE, NEARLINE", "OFFLINE, OFFLINE", "ONLINE, ONLINE", "UNAVAILABLE, UNAVAILABLE",
            "CUSTOM, UNKNOWN",
            "'', UNKNOWN"})
    void asTheArchiveStatesIt(String stated, Availability understood) throws Exception {
        source.faults().availability(SLOW, stated, Duration.ZERO);
        assertThat(rig(false, 4).peers.source().findStudies(new StudyQuery.ByUid(SLOW)))
                .extracting(PriorCandidate::availability)
                .containsExactly(understood);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitsForTheFirstImageBeyondTheUsualDeadline(boolean move) throws IOException {
        source.faults().availability(SLOW, "NEARLINE", RECALL);
        assertThat(relay(rig(move, 4), job(SLOW, Availability.NEARLINE))).isEqualTo(new TransferOutcome.Complete(12));
        assertThat(pacs.traffic().stored()).hasSize(12).allSatisfy((_, times) -> assertThat(times).isOne());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void silenceOfWhatIsAtHandEndsAtTheUsualDeadline(boolean move) throws IOException {
        source.faults().availability(ONLINE, "ONLINE", VERY_LONG);
        assertThat(relay(rig(move, 4), job(ONLINE, Availability.ONLINE))).isInstanceOfSatisfying(
                TransferOutcome.Postponed.class,
                postponed -> assertThat(NearlineLanes.isWait(postponed.reason())).isFalse());
    }

    @Test
    void theOnlyAssociationIsKeptNoLongerThanUsual() throws IOException {
        source.faults().availability(SLOW, "NEARLINE", VERY_LONG);
        long begun = System.nanoTime();
        assertThat(relay(rig(false, 1), job(SLOW, Availability.NEARLINE))).isInstanceOfSatisfying(
                TransferOutcome.Postponed.class,
                postponed -> assertThat(NearlineLanes.isWait(postponed.reason())).isTrue());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatIsAtHandPassesTwoThatWait() throws Exception {
        source.faults().availability(SLOW, "NEARLINE", VERY_LONG).availability(OTHER_SLOW, "OFFLINE", VERY_LONG);
        RelayRig rig = rig(false, 2);
        Cancellation cancellation = new Cancellation();
        List<Thread> waiting = new ArrayList<>();
        for (TransferJob slow : List.of(job(SLOW, Availability.NEARLINE), job(OTHER_SLOW, Availability.OFFLINE))) {
            JobProgress progress = new JobProgress(() -> {});
            waiting.add(Thread.ofVirtual().start(() -> rig.relays.relay(rig.add(slow), progress, cancellation)));
            await().atMost(PATIENCE).until(() -> progress.expected() == 12);
        }
        List<TransferOutcome> outcomes = new CopyOnWriteArrayList<>();
        Thread atHand = Thread.ofVirtual().start(() -> outcomes.add(relay(rig, job(ONLINE, Availability.ONLINE))));
        assertThat(atHand.join(PATIENCE)).isTrue();
        assertThat(outcomes).containsExactly(new TransferOutcome.Complete(12));
        assertThat(waiting).allMatch(Thread::isAlive);
        assertThat(source.traffic().associationsPeak()).isLessThanOrEqualTo(2);
        cancellation.cancel();
        for (Thread thread : waiting) {
            assertThat(thread.join(PATIENCE)).isTrue();
        }
    }

    @Test
    void aWaitCanBeCancelled() throws Exception {
        source.faults().availability(SLOW, "NEARLINE", VERY_LONG);
        RelayRig rig = rig(false, 4);
        Cancellation cancellation = new Cancellation();
        TransferJob job = rig.add(job(SLOW, Availability.NEARLINE));
        List<TransferOutcome> outcomes = new CopyOnWriteArrayList<>();
        Thread thread = Thread.ofVirtual().start(() -> outcomes.add(rig.relay(job, cancellation).outcome()));
        assertThat(thread.join(Duration.ofSeconds(3))).isFalse();
        cancellation.cancel();
        assertThat(thread.join(PATIENCE)).isTrue();
        assertThat(outcomes).containsExactly(new TransferOutcome.Cancelled());
    }
}
