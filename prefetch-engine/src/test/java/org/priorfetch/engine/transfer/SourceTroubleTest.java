package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.demo.Faults;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.StudyQuery;

/** What a source can do wrong, and what becomes of the study. The PACS never sees a fragment. */
class SourceTroubleTest extends TwoArchives {

    private RelayRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = between().deadlines(RelayRig.PATIENT).start();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
        assertThat(spool()).isEmptyDirectory();
    }

    private List<String> study(int instances) throws IOException {
        return archived(STUDY, 1, instances, 100_000);
    }

    private void assertComplete(TransferOutcome outcome, List<String> uids) {
        assertThat(outcome).isEqualTo(new TransferOutcome.Complete(uids.size()));
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
        assertThat(pacs.traffic().stored()).hasSize(uids.size()).allSatisfy((uid, times) -> assertThat(times).isOne());
    }

    private static void assertPostponed(TransferOutcome outcome, String peer) {
        assertThat(outcome).isInstanceOfSatisfying(TransferOutcome.Postponed.class,
                postponed -> assertThat(postponed.peer()).isEqualTo(peer));
    }

    private void assertPostponedInBoundedTime() throws IOException {
        long begun = System.nanoTime();
        try (RelayRig impatient = between().deadlines(RelayRig.IMPATIENT, RelayRig.PATIENT).start()) {
            assertThat(impatient.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Postponed.class,
                    postponed -> assertThat(postponed.reason().text()).contains("stopped answering"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        }
    }

    @Test
    void postponedWhileItRefusesAssociations() throws IOException {
        List<String> uids = study(3);
        source.faults().associationLimit(0);
        assertPostponed(rig.relay(STUDY), TestJobs.SOURCE);
        assertThat(pacs.sopInstanceUids()).isEmpty();

        source.faults().clear();
        assertComplete(rig.relay(STUDY), uids);
    }

    @Test
    void postponedInBoundedTimeWhenItSaysNothing() throws IOException {
        study(3);
        source.faults().silent(true);
        assertPostponedInBoundedTime();
    }

    /** Though the site allows four. */
    @Test
    void oneAssociationServesImagesAndQuestions() throws Exception {
        List<String> uids = study(30);
        source.faults().associationLimit(1).imageDelay(Duration.ofMillis(100)).window(1);
        try (RelayRig greedy = between().sourceBudget(lanes(4)).deadlines(RelayRig.PATIENT).start();
                ExecutorService relaying = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TransferOutcome> outcome = relaying.submit(() -> greedy.relay(STUDY));
            await().atMost(Duration.ofSeconds(30)).until(() -> pacs.traffic().stored().size() > 2);
            source.faults().findDelay(Duration.ofSeconds(4));
            assertThat(greedy.peers.source().findStudies(new StudyQuery.ByUid(STUDY))).hasSize(1);
            source.faults().findDelay(Duration.ZERO);
            assertComplete(outcome.get(60, TimeUnit.SECONDS), uids);
        }
    }

    /** On one lane images come between the aborts; on several none need to, and the try ends once nothing comes twice. */
    @ParameterizedTest
    @CsvSource({"1, 4", "4, 1"})
    void goesOnAfterItAborted(int lanes, int times) throws IOException {
        List<String> uids = study(20);
        source.faults().abortAfter(3, times);
        try (RelayRig narrow = between().sourceBudget(lanes(lanes)).deadlines(RelayRig.PATIENT).start()) {
            assertComplete(narrow.relay(STUDY), uids);
        }
        assertThat(pacs.traffic().fragments()).isZero();
    }

    @Test
    void goesOnAfterTheLineDroppedInMidInstance() throws IOException {
        List<String> uids = study(20);
        source.faults().dropLineAfter(2, 40_000, 1);
        assertComplete(rig.relay(STUDY), uids);
        assertThat(pacs.file(uids.get(0)).map(Path::toFile).orElseThrow()).hasSize(
                Files.size(written(STUDY).resolve(uids.get(0) + ".dcm")));
    }

    @Test
    void postponedWhenTheLineAlwaysDropsInMidInstance() throws IOException {
        study(6);
        source.faults().dropLineAfter(0, 40_000, Faults.ALWAYS);
        assertPostponed(rig.relay(STUDY), TestJobs.SOURCE);
        assertThat(pacs.sopInstanceUids()).isEmpty();
    }

    @Test
    void postponedWhenItIsLostForGoodAndTakenUpAgainAtTheInstance() throws IOException {
        List<String> uids = study(12);
        source.faults().dropLineAfter(1, 40_000, Faults.ALWAYS);
        var job = rig.add(TestJobs.of(STUDY));
        TransferOutcome first = rig.relay(job, new Cancellation()).outcome();
        source.faults().clear();
        TransferOutcome second = first instanceof TransferOutcome.Complete ? first
                : rig.relay(job, new Cancellation()).outcome();
        assertComplete(second, uids);
    }

    @Test
    void aSlowOneIsWaitedFor() throws IOException {
        List<String> uids = study(4);
        source.faults().imageDelay(Duration.ofMillis(400)).findDelay(Duration.ofMillis(300));
        assertComplete(rig.relay(STUDY), uids);
    }

    @Test
    void oneThatFallsSilentBetweenInstancesIsLeft() throws IOException {
        study(4);
        source.faults().imageDelay(Duration.ofSeconds(30));
        assertPostponedInBoundedTime();
    }

    @Test
    void anotherPatientsSampleHoldsTheStudyBeforeAnythingIsForwarded() throws IOException {
        Path written = folder.resolve("written");
        new ImageFile(STUDY, 1, 1).write(written);
        new ImageFile(STUDY, 1, 2).write(written);
        new ImageFile(STUDY, 2, 1).patientId("SOMEBODY-ELSE").write(written);
        source.addFolder(written);
        assertThat(rig.relay(STUDY)).isInstanceOf(TransferOutcome.Held.class);
        assertThat(pacs.traffic().stored()).isEmpty();
    }

    @Test
    void anotherPatientsLaterImageHoldsTheRestAndTellsWhatWasDelivered() throws IOException {
        Path written = folder.resolve("written");
        for (int i = 1; i <= 9; i++) {
            ImageFile file = new ImageFile(STUDY, 1, i);
            (i == 9 ? file.patientId("SOMEBODY-ELSE") : file).write(written);
        }
        source.addFolder(written);
        TransferOutcome outcome = rig.relay(STUDY);
        int delivered = pacs.traffic().stored().size();
        assertThat(delivered).isPositive();
        assertThat(pacs.sopInstanceUids()).doesNotContain(ImageFile.uid(STUDY, 1, 9));
        assertThat(outcome).isInstanceOfSatisfying(TransferOutcome.Held.class,
                held -> assertThat(held.reason().text()).contains(delivered + " images had been delivered"));
    }

    @Test
    void anInstanceThatItCannotSendDoesNotKeepTheRestOfItsSeriesAway() throws IOException {
        List<String> uids = study(8);
        source.add(new ImageFile(STUDY, 1, 1).syntax("2.25.9999").write(folder.resolve("unsendable")));
        assertThat(rig.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Partial.class, partial -> {
            assertThat(partial.delivered()).isEqualTo(7);
            assertThat(partial.expected()).isEqualTo(8);
            assertThat(partial.reason().text()).contains("did not send 1 image");
        });
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids.subList(1, 8));
    }

    @Test
    void aSourceThatCanSendNothingIsTriedAgainLater() throws IOException {
        for (int i = 1; i <= 30; i++) {
            source.add(new ImageFile(STUDY, 1, i).syntax("2.25.9999").write(folder.resolve("unsendable")));
        }
        assertPostponed(rig.relay(STUDY), TestJobs.SOURCE);
        source.add(new ImageFile("2.25.1", 1, 1).syntax("2.25.9999").write(folder.resolve("unsendable")));
        assertPostponed(rig.relay("2.25.1"), TestJobs.SOURCE);
    }

    @Test
    void aStudyThatIsGoneIsAFailure() {
        assertThat(rig.relay("2.25.404")).isInstanceOf(TransferOutcome.Failed.class);
    }

    @Test
    void aListThatMayHaveEndedEarlyIsNotTakenForAllOfIt() throws IOException {
        List<String> uids = study(130);
        source.faults().findCap(100);
        assertPostponed(rig.relay(STUDY), TestJobs.SOURCE);
        assertThat(pacs.sopInstanceUids()).isEmpty();

        source.faults().clear();
        assertComplete(rig.relay(STUDY), uids);
    }

    @Test
    void aListOfJustTheLengthAtWhichArchivesStopIsBelievedWhereTheyCountAsMany() throws IOException {
        List<String> uids = study(100);
        assertComplete(rig.relay(STUDY), uids);
    }

    /** Their functional groups stand before the pixel data, and state no length. */
    @Test
    void largeMultiFrameImagesWithoutCompressionAreWhole() throws IOException {
        List<String> uids = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Path image = new ImageFile(STUDY, 1, number).sopClass("1.2.840.10008.5.1.4.1.1.4.1")
                    .functionalGroups(3)
                    .pixels(400_000)
                    .write(written(STUDY));
            source.add(image);
            uids.add(ImageFile.uid(STUDY, 1, number));
        }
        assertComplete(rig.relay(STUDY), uids);
    }
}
