package org.priorfetch.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.DimseRSP;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SimulatedArchiveTest {

    @TempDir
    private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T08:00:00Z"));
    private SimulatedArchive archive;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        for (int i = 1; i <= 3; i++) {
            new SampleInstance("2.25.1.1." + i).with(Tag.InstanceNumber, VR.IS, String.valueOf(i)).write(folder);
        }
        new SampleInstance("2.25.1.2.1").with(Tag.SeriesInstanceUID, VR.UI, "2.25.1.2")
                .with(Tag.Modality, VR.CS, "SC")
                .write(folder);
        new SampleInstance("2.25.2.1.1").with(Tag.SpecificCharacterSet, VR.CS, "", "ISO 2022 IR 87")
                .with(Tag.PatientName, VR.PN, "Yamada^Tarou=山田^太郎")
                .with(Tag.PatientID, VR.LO, "4712")
                .with(Tag.StudyInstanceUID, VR.UI, "2.25.2")
                .with(Tag.SeriesInstanceUID, VR.UI, "2.25.2.1")
                .with(Tag.StudyDate, VR.DA, "20200110")
                .write(folder);
        archive = SimulatedArchive.start("ARCHIVE", folder, 0, now::get);
        client = new TestClient("ARCHIVE", archive.port());
    }

    @AfterEach
    void stop() {
        client.close();
        archive.close();
    }

    @Test
    void sumsAStudyUp() throws Exception {
        Attributes keys = TestClient.keys("STUDY", "");
        keys.setString(Tag.PatientID, VR.LO, "4711");
        keys.setNull(Tag.NumberOfStudyRelatedInstances, VR.IS);
        keys.setNull(Tag.ModalitiesInStudy, VR.CS);
        keys.setNull(Tag.ReferringPhysicianName, VR.PN);
        List<Attributes> matches = client.findMatches(keys);
        assertThat(matches).hasSize(1);
        Attributes match = matches.getFirst();
        assertThat(match.getString(Tag.StudyInstanceUID)).isEqualTo("2.25.1");
        assertThat(match.getInt(Tag.NumberOfStudyRelatedInstances, 0)).isEqualTo(4);
        assertThat(match.getStrings(Tag.ModalitiesInStudy)).containsExactly("OT", "SC");
        assertThat(match.contains(Tag.ReferringPhysicianName)).as("asked for, so returned empty").isTrue();
        assertThat(match.contains(Tag.StudyDescription)).as("not asked for").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PatientName,Doe^*,1", "PatientName,doe^jane,1", "PatientName,Doe,0", "PatientName,山田^太郎,1",
            "PatientName,Yamada^*,1", "PatientName,*,2", "PatientID,471?,2", "PatientID,4711,1", "StudyDate,20240315,1",
            "StudyDate,20200101-20231231,1", "StudyDate,-20231231,1", "StudyDate,20200110-,2",
            "StudyDate,20190101-20191231,0",
            "ModalitiesInStudy,SC,1", "StudyInstanceUID,2.25.2\\2.25.1,2", "StudyInstanceUID,2.25.9,0",
            "AccessionNumber,a-1,0", "StudyTime,100000-110000,2", "StudyTime,110000-,0"})
    void matchesStudies(String keyword, String value, int expected) throws Exception {
        Attributes keys = TestClient.keys("STUDY", "");
        keys.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        int tag = Tag.class.getField(keyword).getInt(null);
        keys.setString(tag, VR.valueOf(vrOf(keyword)), value.split("\\\\", -1));
        assertThat(client.findMatches(keys)).hasSize(expected);
    }

    @Test
    void answersKeysThatCannotBeRead() throws Exception {
        Attributes keys = TestClient.keys("STUDY", "");
        keys.setString(Tag.StudyDate, VR.DA, "2019-2020");
        assertThat(statusOf(keys)).isEqualTo(Status.UnableToProcess);
    }

    @Test
    void returnsNamesInTheCharacterSetOfTheStoredObject() throws Exception {
        Attributes keys = TestClient.keys("STUDY", "2.25.2");
        keys.setNull(Tag.PatientName, VR.PN);
        Attributes match = client.findMatches(keys).getFirst();
        assertThat(match.getStrings(Tag.SpecificCharacterSet)).contains("ISO 2022 IR 87");
        assertThat(match.getString(Tag.PatientName)).isEqualTo("Yamada^Tarou=山田^太郎");
    }

    @Test
    void listsSeriesAndInstancesOfAStudyAndRefusesRelationalQueries() throws Exception {
        Attributes series = TestClient.keys("SERIES", "2.25.1");
        series.setNull(Tag.SeriesInstanceUID, VR.UI);
        assertThat(client.findMatches(series)).extracting(match -> match.getString(Tag.SeriesInstanceUID))
                .containsExactlyInAnyOrder("2.25.1.1", "2.25.1.2");
        Attributes image = TestClient.keys("IMAGE", "2.25.1");
        image.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.1.1");
        image.setNull(Tag.SOPInstanceUID, VR.UI);
        assertThat(client.findMatches(image)).hasSize(3);
        image.remove(Tag.SeriesInstanceUID);
        assertThat(statusOf(image)).isEqualTo(Status.IdentifierDoesNotMatchSOPClass);
    }

    @Test
    void sendsWhatACGetAsksFor() throws Exception {
        Attributes keys = TestClient.keys("IMAGE", "2.25.1");
        keys.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.1.1");
        keys.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1.1.1", "2.25.1.1.3");
        Attributes end = client.get(keys);
        assertThat(end.getInt(Tag.Status, -1)).isZero();
        assertThat(end.getInt(Tag.NumberOfCompletedSuboperations, -1)).isEqualTo(2);
        assertThat(client.received()).extracting(one -> one.getString(Tag.SOPInstanceUID))
                .containsExactly("2.25.1.1.1", "2.25.1.1.3");
        assertThat(archive.traffic().sent()).isEqualTo(Map.of("2.25.1.1.1", 1, "2.25.1.1.3", 1));
    }

    @Test
    void sendsWhatACMoveAsksForOnlyToKnownDestinations(@TempDir Path other) throws Exception {
        try (SimulatedArchive pacs = SimulatedArchive.start("PACS", other)) {
            assertThat(client.move(TestClient.keys("STUDY", "2.25.1"), "PACS").getInt(Tag.Status, 0))
                    .isEqualTo(Status.MoveDestinationUnknown);
            archive.destination("PACS", pacs.port());
            Attributes end = client.move(TestClient.keys("STUDY", "2.25.1"), "PACS");
            assertThat(end.getInt(Tag.NumberOfCompletedSuboperations, -1)).isEqualTo(4);
            assertThat(pacs.sopInstanceUids()).hasSize(4);
            pacs.faults().reject("2.25.1.1.2", Status.CannotUnderstand);
            end = client.move(TestClient.keys("STUDY", "2.25.1"), "PACS");
            assertThat(end.getInt(Tag.Status, 0)).isEqualTo(Status.OneOrMoreFailures);
            assertThat(end.getInt(Tag.NumberOfFailedSuboperations, -1)).isEqualTo(1);
            assertThat(pacs.traffic().stored()).containsEntry("2.25.1.1.1", 2);
        }
    }

    @Test
    void showsWhatWasStoredOnlyWhenItIsDueOrReleased() throws Exception {
        archive.faults().indexDelay(Duration.ofSeconds(30));
        store("2.25.1.1.8");
        assertThat(studyCount()).isEqualTo(4);
        assertThat(archive.sopInstanceUids()).contains("2.25.1.1.8");
        now.updateAndGet(instant -> instant.plusSeconds(30));
        assertThat(studyCount()).isEqualTo(5);

        archive.faults().indexDelay(Faults.UNTIL_RELEASED);
        store("2.25.1.1.9");
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(1000)));
        assertThat(studyCount()).isEqualTo(5);
        archive.releaseIndex();
        assertThat(studyCount()).isEqualTo(6);
    }

    @Test
    void rejectsSingleInstances() throws Exception {
        archive.faults().reject("2.25.1.1.8", Status.OutOfResources);
        assertThat(store("2.25.1.1.8")).isEqualTo(Status.OutOfResources);
        assertThat(archive.sopInstanceUids()).doesNotContain("2.25.1.1.8");
        assertThat(archive.traffic().stored()).containsEntry("2.25.1.1.8", 1);
        archive.faults().accept("2.25.1.1.8");
        assertThat(store("2.25.1.1.8")).isZero();
        assertThat(archive.file("2.25.1.1.8")).isPresent();
    }

    @Test
    void endsQueriesAsTold() throws Exception {
        Attributes all = TestClient.keys("STUDY", "");
        archive.faults().findCap(1);
        assertThat(client.findMatches(all)).hasSize(1);
        assertThat(statusOf(all)).isZero();
        archive.faults().clear().findStatus(Status.OutOfResources);
        assertThat(client.findMatches(all)).hasSize(2);
        assertThat(statusOf(all)).isEqualTo(Status.OutOfResources);
        assertThat(archive.traffic().finds()).isEqualTo(4);
    }

    @Test
    void holdsTheLimitOfAssociations() throws Exception {
        archive.faults().associationLimit(1);
        Association first = client.connect();
        assertThatThrownBy(client::connect).hasMessageContaining("local-limit-exceeded");
        first.release();
        first.waitForSocketClose();
        for (int i = 0; i < 20; i++) {
            Association next = client.connect();
            next.release();
            next.waitForSocketClose();
        }
        assertThat(archive.traffic().associationsPeak()).isEqualTo(1);
        assertThat(archive.traffic().associations()).isEqualTo(21);
        assertThat(archive.traffic().refused()).isEqualTo(1);
        archive.faults().associationLimit(0);
        assertThatThrownBy(client::connect).hasMessageContaining("permanent");
    }

    @Test
    void abortsOnceAfterSomeInstances() throws Exception {
        archive.faults().abortAfter(2, 1);
        assertThatThrownBy(() -> client.get(TestClient.keys("STUDY", "2.25.1"))).isInstanceOf(IOException.class);
        assertThat(client.received()).hasSize(2);
        assertThat(client.get(TestClient.keys("STUDY", "2.25.1")).getInt(Tag.Status, -1)).isZero();
        await().untilAsserted(() -> assertThat(archive.traffic().associationsNow()).isZero());
    }

    @Test
    void dropsTheLineInMidInstance() throws Exception {
        archive.faults().dropLineAfter(1, 700, 1);
        assertThatThrownBy(() -> client.get(TestClient.keys("STUDY", "2.25.1"))).isInstanceOf(IOException.class);
        assertThat(client.received()).hasSize(1);
        assertThat(archive.traffic().sent()).hasSize(1);
        await().untilAsserted(() -> assertThat(archive.traffic().associationsNow()).isZero());
    }

    @Test
    void keepsNoFragmentOfAStoreThatBreaksOff(@TempDir Path other) throws Exception {
        new SampleInstance("2.25.3.1.1").with(Tag.StudyInstanceUID, VR.UI, "2.25.3").pixelBytes(400_000).write(other);
        try (SimulatedArchive source = SimulatedArchive.start("SOURCE", other);
                TestClient mover = new TestClient("SOURCE", source.port())) {
            source.destination("ARCHIVE", archive.port());
            source.faults().dropLineAfter(0, 200_000, 1);
            Attributes end = mover.move(TestClient.keys("STUDY", "2.25.3"), "ARCHIVE");
            assertThat(end.getInt(Tag.Status, 0)).isEqualTo(Status.UnableToPerformSubOperations);
            await().untilAsserted(() -> assertThat(archive.traffic().fragments()).isEqualTo(1));
            assertThat(archive.sopInstanceUids()).doesNotContain("2.25.3.1.1");
            assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
            assertThat(mover.move(TestClient.keys("STUDY", "2.25.3"), "ARCHIVE").getInt(Tag.Status, -1)).isZero();
        }
    }

    @Test
    void takesItsTime() throws Exception {
        Duration delay = Duration.ofMillis(100);
        archive.faults().imageDelay(delay).findDelay(delay).storeDelay(delay);
        assertThat(timeOf(() -> client.get(TestClient.keys("STUDY", "2.25.1")))).isGreaterThan(delay.multipliedBy(4));
        assertThat(timeOf(() -> client.findMatches(TestClient.keys("STUDY", "")))).isGreaterThan(delay);
        assertThat(timeOf(() -> store("2.25.1.1.8"))).isGreaterThan(delay);
    }

    /** It sends the second only once the first has been answered, which is after the C-CANCEL. */
    @Test
    void stopsACGetWhenToldTo() throws Exception {
        CompletableFuture<Void> told = new CompletableFuture<>();
        client.beforeAnswer(told::join);
        Association association = client.connect();
        DimseRSP response = association.cget(UID.StudyRootQueryRetrieveInformationModelGET, 0,
                TestClient.keys("STUDY", "2.25.1"), UID.ExplicitVRLittleEndian);
        await().until(() -> client.received().size() == 1);
        response.cancel(association);
        told.complete(null);
        int status = Status.Pending;
        while (response.next()) {
            status = response.getCommand().getInt(Tag.Status, -1);
        }
        assertThat(status).isEqualTo(Status.Cancel);
        assertThat(client.received()).hasSize(1);
    }

    /** Repeated, because a caller may come at any moment of the end. */
    @RepeatedTest(100)
    void saysNothingWhileSilentAndStopsAllTheSame() throws Exception {
        archive.faults().silent(true);
        var attempt = CompletableFuture.supplyAsync(() -> {
            try {
                return client.connect().toString();
            } catch (Exception e) {
                return "ended";
            }
        });
        assertThat(attempt).isNotDone();
        archive.close();
        assertThat(attempt).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("ended");
    }

    private static Duration timeOf(Callable<?> work) throws Exception {
        long before = System.nanoTime();
        work.call();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private int store(String sopInstanceUid) throws Exception {
        Association association = client.connect();
        int status = client.store(association, new SampleInstance(sopInstanceUid));
        association.release();
        association.waitForSocketClose();
        return status;
    }

    private int studyCount() throws Exception {
        Attributes keys = TestClient.keys("STUDY", "2.25.1");
        keys.setNull(Tag.NumberOfStudyRelatedInstances, VR.IS);
        return client.findMatches(keys).getFirst().getInt(Tag.NumberOfStudyRelatedInstances, -1);
    }

    private int statusOf(Attributes keys) throws Exception {
        return client.find(UID.StudyRootQueryRetrieveInformationModelFIND, keys).getLast().getInt(Tag.Status, -1);
    }

    private static String vrOf(String keyword) {
        return switch (keyword) {
            case "PatientName" -> "PN";
            case "PatientID" -> "LO";
            case "StudyDate" -> "DA";
            case "StudyTime" -> "TM";
            case "ModalitiesInStudy" -> "CS";
            case "AccessionNumber" -> "SH";
            default -> "UI";
        };
    }
}
