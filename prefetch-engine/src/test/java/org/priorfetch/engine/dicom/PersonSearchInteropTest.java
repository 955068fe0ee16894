package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** How real archives answer to a search for a person. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu"})
class PersonSearchInteropTest {

    private static final PersonSearch ERIKA = new PersonSearch(List.of("*M*st*r*^E*", "*M*ST*R*^E*", "*r*k*^*M*st*r*"),
            LocalDate.of(1970, 1, 2));

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
        List<Path> files = List.of(
                image("2.25.20", "Muster^Erika", "19700102").edit(PersonSearchInteropTest::addTraits).write(folder),
                image("2.25.21", "MUSTER^ERIKA", "19700102").patientId("4712").write(folder),
                image("2.25.22", "Muster^Erika", "19700103").patientId("4713").write(folder),
                image("2.25.23", "Muster^Hans", "19700102").patientId("4714").write(folder));
        files.forEach(orthanc::upload);
        dcmqrscp.upload(files.toArray(Path[]::new));
    }

    private static ImageFile image(String study, String name, String born) {
        return new ImageFile(study, 1, 1).patientName(name).birthDate(born).modality("CT");
    }

    private static void addTraits(Attributes image) {
        Attributes otherId = new Attributes();
        otherId.setString(Tag.PatientID, VR.LO, "P1");
        otherId.setString(Tag.IssuerOfPatientID, VR.LO, "HOSP");
        image.newSequence(Tag.OtherPatientIDsSequence, 1).add(otherId);
        image.setString(Tag.PatientAddress, VR.LO, "Lange Str. 12^^Musterstadt");
        image.setString(Tag.PatientTelephoneNumbers, VR.SH, "030 1234567", "0171 7654321");
        image.setString(Tag.PatientMotherBirthName, VR.PN, "Schulze^Eva");
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        orthanc.close();
        dcmqrscp.close();
    }

    private static List<PriorCandidate> found(Archive archive, StudyQuery query) throws PeerException {
        int port = archive == Archive.ORTHANC ? orthanc.dicomPort() : dcmqrscp.port();
        try (AssociationPool pool = new AssociationPool(node, new Peer("university", archive.name(), "127.0.0.1", port),
                SourceBudget.DEFAULT, Deadlines.DEFAULT)) {
            return new DimseFinder(pool, true, SeriesOrder.READING).findStudies(query);
        }
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void thePersonIsFoundInEveryWayOfWritingAndOnce(Archive archive) throws PeerException {
        assertThat(found(archive, new StudyQuery.OfPerson(ERIKA)))
                .extracting(candidate -> candidate.ref().studyInstanceUid())
                .containsExactlyInAnyOrder("2.25.20", "2.25.21");
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void whatElseTheArchiveKnowsOfThePersonIsTold(Archive archive) throws PeerException {
        PriorCandidate study = found(archive, new StudyQuery.OfPerson(ERIKA)).stream()
                .filter(candidate -> candidate.ref().studyInstanceUid().equals("2.25.20"))
                .findFirst()
                .orElseThrow();

        if (archive == Archive.ORTHANC) {
            assertThat(study.traits().otherIds()).containsExactly(new PatientKey("P1", "HOSP"));
            assertThat(study.traits().address()).startsWith("Lange Str. 12");
            assertThat(study.traits().phones()).isEqualTo(Set.of("030 1234567", "0171 7654321"));
            assertThat(study.traits().mothersBirthName()).isEqualTo("Schulze^Eva");
        } else {
            assertThat(study.patient().key().patientId()).isEqualTo("4711");
        }
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void confidentialityIsAskedForWithoutHarm(Archive archive) throws PeerException {
        assertThat(found(archive, new StudyQuery.OfPatient(PatientKey.of("4711")))).hasSize(1);
    }
}
