package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** What real archives answer to our questions. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu"})
class FindInteropTest {

    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String SR = "1.2.840.10008.5.1.4.1.1.88.11";

    @TempDir
    static Path folder;
    private static OrthancServer orthanc;
    private static DcmtkArchive dcmqrscp;
    private static DicomNode node;

    enum Archive {
        ORTHANC, DCMQRSCP
    }

    @BeforeAll
    static void start() throws IOException {
        orthanc = OrthancServer.start("ORTHANC");
        dcmqrscp = DcmtkArchive.start("DCMQRSCP", Map.of());
        node = new DicomNode("PRIORFETCH", folder.resolve("spool"));
        List<Path> files = List.of(ct("2.25.10", 1, 1).write(folder), ct("2.25.10", 1, 2).write(folder),
                new ImageFile("2.25.10", 2, 1).sopClass(SR)
                        .set(Tag.Modality, VR.CS, "SR")
                        .pixels(0)
                        .write(folder),
                ct("2.25.11", 1, 1).set(Tag.StudyDescription, VR.LO, "").write(folder),
                ct("2.25.12", 1, 1).patientId("4712").write(folder));
        files.forEach(orthanc::upload);
        dcmqrscp.upload(files.toArray(Path[]::new));
    }

    private static ImageFile ct(String study, int series, int number) {
        return new ImageFile(study, series, number).set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.PatientName, VR.PN, "Müller^Jörg")
                .sopClass(CT)
                .set(Tag.Modality, VR.CS, "CT")
                .set(Tag.BodyPartExamined, VR.CS, "CHEST");
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        orthanc.close();
        dcmqrscp.close();
    }

    private static AssociationPool pool(Archive archive) {
        int port = archive == Archive.ORTHANC ? orthanc.dicomPort() : dcmqrscp.port();
        return new AssociationPool(node, new Peer("regional", archive.name(), "127.0.0.1", port),
                SourceBudget.DEFAULT, Deadlines.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void allStudiesOfAPatientAreFoundWithWhatIsKnownOfThem(Archive archive) throws PeerException {
        try (AssociationPool pool = pool(archive)) {
            List<PriorCandidate> found = new DimseFinder(pool).findStudies(
                    new StudyQuery.OfPatient(PatientKey.of("4711")));
            assertThat(found).hasSize(2);
            PriorCandidate study = found.stream()
                    .filter(candidate -> candidate.ref().studyInstanceUid().equals("2.25.10"))
                    .findFirst()
                    .orElseThrow();
            assertThat(study.ref().source()).isEqualTo("regional");
            assertThat(study.accessionNumber()).isEqualTo("A-1");
            assertThat(study.studyDate()).hasToString("2024-03-15");
            assertThat(study.studyTime()).hasToString("10:15");
            assertThat(study.studyDescription()).isEqualTo("Chest");
            assertThat(study.modalities()).containsExactly("CT", "SR");
            assertThat(study.patient().key().patientId()).isEqualTo("4711");
            assertThat(study.patient().patientName()).isEqualTo("Müller^Jörg");
        }
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void theSeriesTellWhatTheStudyDoesNot(Archive archive) throws PeerException {
        try (AssociationPool pool = pool(archive)) {
            List<PriorCandidate> found = new DimseFinder(pool).findStudies(new StudyQuery.ByUid("2.25.11"));
            assertThat(found).singleElement()
                    .satisfies(study -> assertThat(study.modalities()).containsExactly("CT"));
            if (archive == Archive.ORTHANC) {
                assertThat(found.getFirst().bodyParts()).containsExactly("CHEST");
            }
        }
    }

    /** The SOP class is an optional key, which DCMTK's archive does not know. */
    @ParameterizedTest
    @EnumSource(Archive.class)
    void theInstancesOfAStudyAreListed(Archive archive) throws PeerException {
        boolean tellsClasses = archive == Archive.ORTHANC;
        String ct = tellsClasses ? CT : "";
        String sr = tellsClasses ? SR : "";
        try (AssociationPool pool = pool(archive)) {
            assertThat(new DimseFinder(pool).findInstances("2.25.10")).containsExactlyInAnyOrder(
                    new InstanceRef("2.25.10.1.1", ct, "2.25.10.1"),
                    new InstanceRef("2.25.10.1.2", ct, "2.25.10.1"),
                    new InstanceRef("2.25.10.2.1", sr, "2.25.10.2"));
            assertThat(new DimseFinder(pool).findInstances("2.25.404")).isEmpty();
        }
    }

    @Test
    void theDoctorFindsNothingWrong() {
        try (AssociationPool pool = pool(Archive.ORTHANC)) {
            assertThat(DimseProbe.ofPacs(pool).probe().ok()).isTrue();
        }
    }
}
