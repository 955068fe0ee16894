package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.demo.Faults;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceSpool;

/** What the PACS and our own disk can do wrong, and what becomes of the study. */
class PacsTroubleTest extends TwoArchives {

    private RelayRig rig;
    private List<String> uids;

    @BeforeEach
    void start() throws IOException {
        uids = archived(STUDY, 2, 6, 50_000);
        rig = rig().start();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private RelayRig.Builder rig() {
        return between().deadlines(RelayRig.PATIENT);
    }

    private TransferOutcome relayImpatiently() throws IOException {
        try (RelayRig impatient = between().deadlines(RelayRig.PATIENT, RelayRig.IMPATIENT).start()) {
            return impatient.relay(STUDY);
        }
    }

    private static void assertPostponedByThePacs(TransferOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(TransferOutcome.Postponed.class,
                postponed -> assertThat(postponed.peer()).as(postponed.reason().text()).isEqualTo(StudyRef.PACS));
    }

    @Test
    void whatItWillNeverTakeMakesTheStudyPartial() {
        pacs.faults().reject(uids.get(3), 0xC000).reject(uids.get(7), 0xC000);
        assertThat(rig.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Partial.class, partial -> {
            assertThat(partial.delivered()).isEqualTo(10);
            assertThat(partial.expected()).isEqualTo(12);
            assertThat(partial.reason().text()).contains("C000");
        });
        assertThat(pacs.traffic().stored().get(uids.get(3))).isOne();
    }

    /** As after an answer that was lost. What it says to have is looked for. */
    @Test
    void whatItSaysToHaveAlreadyIsProvenAndNotBelieved() {
        pacs.faults().reject(uids.get(3), 0x0111);
        assertThat(rig.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Partial.class, partial -> {
            assertThat(partial.delivered()).isEqualTo(11);
            assertThat(partial.reason().text()).doesNotContain("0111");
        });
        assertThat(pacs.traffic().stored().get(uids.get(3))).as("fetched once more").isEqualTo(2);
    }

    @Test
    void aStudyOfWhichItTakesNothingHasFailed() {
        uids.forEach(uid -> pacs.faults().reject(uid, 0xC000));
        assertThat(rig.relay(STUDY)).isInstanceOf(TransferOutcome.Failed.class);
    }

    @Test
    void aSampleThatItRejectsDoesNotKeepTheSeriesAway() {
        pacs.faults().reject(uids.getFirst(), 0xC000);
        assertThat(rig.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Partial.class,
                partial -> assertThat(partial.delivered()).isEqualTo(11));
    }

    @Test
    void whatItCannotTakeNowIsPostponedAndTheRestIsThere() {
        pacs.faults().reject(uids.get(4), 0xA700);
        TransferJob job = rig.add(TestJobs.of(STUDY));
        TransferOutcome full = rig.relay(job, new Cancellation()).outcome();
        assertPostponedByThePacs(full);
        assertThat(full).isInstanceOfSatisfying(TransferOutcome.Postponed.class,
                postponed -> assertThat(postponed.reason().text())
                        .endsWith("A700, it says that it is out of resources, "
                                + "so it may be full"));
        assertThat(pacs.sopInstanceUids()).hasSize(11);

        pacs.faults().clear();
        assertThat(rig.relay(job, new Cancellation()).outcome()).isEqualTo(new TransferOutcome.Complete(12));
        assertThat(pacs.traffic().stored().get(uids.get(0))).isOne();
    }

    @Test
    void goesOnAfterItAborted() {
        pacs.faults().abortAfter(2, 2);
        assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(12));
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
    }

    @Test
    void goesOnAfterItDroppedTheLineInMidInstance() {
        pacs.faults().dropLineAfter(1, 20_000, 2);
        assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(12));
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
    }

    @Test
    void postponedWhenItAlwaysDropsTheLine() {
        pacs.faults().dropLineAfter(0, 20_000, Faults.ALWAYS);
        assertPostponedByThePacs(rig.relay(STUDY));
        assertThat(pacs.sopInstanceUids()).isEmpty();
    }

    @Test
    void postponedWhenItDoesNotAnswer() throws IOException {
        pacs.faults().silent(true);
        assertPostponedByThePacs(relayImpatiently());
    }

    @Test
    void postponedWhenItIsTooSlowToSayThatItHasStored() throws IOException {
        pacs.faults().storeDelay(Duration.ofSeconds(30));
        assertPostponedByThePacs(relayImpatiently());
    }

    @Test
    void aLateIndexIsWaitedForBeforeAnythingIsFetchedAgain() {
        pacs.faults().indexDelay(Faults.UNTIL_RELEASED);
        rig.clock.onPause(pause -> {
            if (pause.equals(Duration.ofMinutes(2))) {
                pacs.releaseIndex();
            }
        });
        assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(12));
        assertThat(rig.clock.pauses()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30),
                Duration.ofMinutes(2));
        assertThat(pacs.traffic().stored()).allSatisfy((uid, times) -> assertThat(times).isOne());
    }

    @Test
    void whatItLostIsFetchedAgainAlone() throws IOException {
        TransferJob job = rig.add(TestJobs.of(STUDY));
        for (String uid : uids.subList(1, 12)) {
            pacs.add(written(STUDY).resolve(uid + ".dcm"));
        }
        rig.jobs.markDelivered(job.id(), new InstanceRef(uids.getFirst(), "", STUDY + ".1"), 1);
        JobProgress progress = new JobProgress(() -> {});
        TransferOutcome outcome = rig.relays.relay(job, progress, new Cancellation()).outcome();
        assertThat(outcome).isEqualTo(new TransferOutcome.Complete(12));
        assertThat(pacs.traffic().stored()).containsOnlyKeys(uids.getFirst());
        assertThat(rig.clock.pauses()).hasSize(3);
        assertThat(progress.delivered()).isEqualTo(12);
    }

    @Test
    void whatItTakesAgainAndAgainWithoutShowingItIsNotComplete() {
        pacs.faults().indexDelay(Faults.UNTIL_RELEASED);
        assertThat(rig.relay(STUDY)).isInstanceOf(TransferOutcome.Failed.class);
        assertThat(pacs.traffic().stored()).hasSize(12);
    }

    @Test
    void aStudyUnderAnotherPatientIsHeld() throws IOException {
        pacs.add(new ImageFile(STUDY, 9, 1).patientId("SOMEBODY-ELSE").write(folder.resolve("other")));
        assertThat(rig.relay(STUDY)).isInstanceOf(TransferOutcome.Held.class);
        assertThat(pacs.traffic().stored()).isEmpty();
    }

    @Test
    void aStudyUnderAnotherAccessionNumberIsHeld() throws IOException {
        pacs.add(new ImageFile(STUDY, 9, 1).accession("B-9").write(folder.resolve("other")));
        assertThat(rig.relay(STUDY)).isInstanceOf(TransferOutcome.Held.class);
        assertThat(pacs.traffic().stored()).isEmpty();
    }

    @Test
    void aFullSpoolPostponesAndLosesNothing() throws IOException {
        InstanceSpool full = new InstanceSpool() {
            @Override
            public Spooled keep(InstanceInFlight instance) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (RelayRig fullRig = rig().spool(full).start()) {
            assertThat(fullRig.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Postponed.class,
                    postponed -> assertThat(postponed.reason().text()).contains("No space left"));
        }
        assertThat(pacs.traffic().stored()).isEmpty();
        assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(12));
    }

    @Test
    void aCancellationEndsItAndAllThatArrivedIsCounted() throws IOException {
        source.faults().window(1); // with more, all are under way when it is cancelled
        pacs.faults().window(1).storeDelay(Duration.ofMillis(700));
        Cancellation cancellation = new Cancellation();
        JobProgress progress = new JobProgress(() -> {
            if (pacs.traffic().stored().size() >= 3) {
                cancellation.cancel();
            }
        });
        try (RelayRig narrow = rig().sourceBudget(new SourceBudget(2, null, null, null)).start()) {
            TransferJob job = narrow.add(TestJobs.of(STUDY));
            RelayResult result = narrow.relays.relay(job, progress, cancellation);
            assertThat(result.outcome()).isEqualTo(new TransferOutcome.Cancelled());
            assertThat(pacs.sopInstanceUids()).hasSizeBetween(2, 11);
            assertThat(Set.copyOf(narrow.jobs.delivered(job.id()))).isEqualTo(pacs.sopInstanceUids());
            assertThat(result.instances()).isEqualTo(pacs.sopInstanceUids().size());
        }
    }
}
