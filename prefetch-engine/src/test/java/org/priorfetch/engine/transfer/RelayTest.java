package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;

/** Whole studies between simulated peers: what is asked of them, and what becomes of it. */
class RelayTest extends TwoArchives {

    private List<String> study(int series, int instances, int pixelBytes) throws IOException {
        return archived(STUDY, series, instances, pixelBytes);
    }

    /** Images, a report, a key object selection and a presentation state, all in one series. */
    private void mixedSeries() throws IOException {
        Path written = folder.resolve("mixed");
        List<String> classes = List.of("7", "7", "88.11", "88.59", "11.1");
        for (int number = 1; number <= classes.size(); number++) {
            new ImageFile(STUDY, 1, number).sopClass("1.2.840.10008.5.1.4.1.1." + classes.get(number - 1))
                    .write(written);
        }
        source.addFolder(written);
    }

    private static List<String> instances(int... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> ImageFile.uid(STUDY, 1, number)).toList();
    }

    @Test
    void ofAMixedSeriesOnlyWhatIsToComeAlongIsAskedFor() throws IOException {
        mixedSeries();
        try (RelayRig rig = between().start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(3));
        }
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(instances(1, 2, 3));
    }

    @Test
    void keyObjectsAndPresentationStatesComeAlongBySetting() throws IOException {
        mixedSeries();
        Selection withoutReports = new Selection(3, null, 2, 0,
                Set.of(Companion.KEY_OBJECTS, Companion.PRESENTATION_STATES));
        try (RelayRig rig = between().selection(withoutReports).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(4));
        }
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(instances(1, 2, 4, 5));
    }

    @Test
    void aThousandInstancesArriveWithinTheBudgets() throws IOException {
        List<String> uids = study(5, 200, 2048);
        try (RelayRig rig = between().sourceBudget(TWO).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(1000));
        }
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
        assertThat(pacs.traffic().stored()).hasSize(1000).allSatisfy((uid, times) -> assertThat(times).isOne());
        assertThat(source.traffic().associationsPeak()).isLessThanOrEqualTo(2);
        assertThat(source.traffic().associations()).isLessThanOrEqualTo(6);
        assertThat(pacs.traffic().associationsPeak()).isLessThanOrEqualTo(4);
        assertThat(pacs.traffic().associations()).isLessThanOrEqualTo(8);
        assertThat(spool()).isEmptyDirectory();
    }

    @Test
    void moreClassesThanFitIntoOneAssociationArrive() throws IOException {
        Path written = folder.resolve("written");
        for (int number = 1; number <= 14; number++) {
            new ImageFile(STUDY, 1, number).sopClass("1.2.840.10008.5.1.4.1.1." + (number % 7 + 1)).write(written);
        }
        source.addFolder(written);
        try (RelayRig rig = between().sourceBudget(TWO).pacsBudget(TWO).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(14));
        }
        assertThat(source.traffic().associationsPeak()).isLessThanOrEqualTo(2);
        assertThat(pacs.traffic().associationsPeak()).isLessThanOrEqualTo(2);
    }

    @Test
    void associationsAreUsedAgainForTheNextStudy() throws IOException {
        study(2, 10, 512);
        archived("2.25.200", 2, 10, 512);
        try (RelayRig rig = between().start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(20));
            assertThat(rig.relay("2.25.200")).isEqualTo(new TransferOutcome.Complete(20));
        }
        assertThat(source.traffic().associations()).isLessThanOrEqualTo(5);
        assertThat(pacs.traffic().associations()).isLessThanOrEqualTo(5);
    }

    @Test
    void theBandwidthBudgetHolds() throws IOException {
        study(1, 12, 512 * 1024);
        SourceBudget slow = new SourceBudget(4, 16_000_000L, null, null);
        try (RelayRig rig = between().sourceBudget(slow).start()) {
            long begun = System.nanoTime();
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(12));
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(taken).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(15));
        }
    }

    @Test
    void whatThePacsHoldsIsNotSentAgain() throws IOException {
        List<String> uids = study(1, 6, 512);
        for (String uid : uids.subList(0, 4)) {
            pacs.add(written(STUDY).resolve(uid + ".dcm"));
        }
        try (RelayRig rig = between().start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(6));
        }
        assertThat(pacs.traffic().stored()).containsOnlyKeys(uids.get(4), uids.get(5));
        assertThat(source.traffic().sent()).containsOnlyKeys(uids.get(4), uids.get(5));
    }

    @Test
    void nothingIsSentWhenThePacsHoldsAll() throws IOException {
        study(1, 6, 512);
        pacs.addFolder(written(STUDY));
        try (RelayRig rig = between().start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(6));
        }
        assertThat(pacs.traffic().stored()).isEmpty();
        assertThat(source.traffic().sent()).isEmpty();
    }

    @Test
    void pixelsAreTheSameBytes() throws IOException {
        List<String> uids = study(1, 3, 300_001);
        try (RelayRig rig = between().start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(3));
        }
        for (String uid : uids) {
            byte[] sent = Files.readAllBytes(written(STUDY).resolve(uid + ".dcm"));
            byte[] kept = Files.readAllBytes(pacs.file(uid).orElseThrow());
            assertThat(Arrays.copyOfRange(kept, kept.length - 300_000, kept.length))
                    .isEqualTo(Arrays.copyOfRange(sent, sent.length - 300_000, sent.length));
        }
    }

    @Test
    void onlyTheChosenSeriesComeAndTheRestLater() throws IOException {
        List<String> uids = study(3, 4, 512);
        List<String> second = uids.subList(4, 8);
        try (RelayRig rig = between().start()) {
            TransferJob part = rig.add(TestJobs.of(STUDY).onlySeries(Set.of(STUDY + ".2")));
            assertThat(rig.relay(part, new Cancellation()).outcome()).isEqualTo(new TransferOutcome.Complete(4));
            assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(second);
            assertThat(source.traffic().sent()).containsOnlyKeys(second.toArray(String[]::new));

            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(12));
            assertThat(pacs.traffic().stored()).hasSize(12).allSatisfy((uid, times) -> assertThat(times).isOne());
        }
    }

    @Test
    void whatKeepsItsIdentityIsHeldWhereThePacsKnowsSomebodyElse() throws IOException {
        study(1, 2, 512);
        pacs.add(new ImageFile("2.25.300", 1, 1).patientName("Roe^Richard").write(folder));
        try (RelayRig rig = between().start()) {
            assertThat(rig.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Held.class, held -> {
                assertThat(held.reason()).isEqualTo(Reason.of("identity.otherName"));
                assertThat(Objects.requireNonNull(held.namesake()).patientName()).isEqualTo("Roe^Richard");
            });
        }
        assertThat(pacs.traffic().stored()).isEmpty();
        assertThat(source.traffic().sent()).isEmpty();
    }
}
