package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.ArchiveSearch.Found;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** What real archives answer to a search by hand. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu"})
class ArchiveSearchInteropTest {

    private static final String JAPANESE = "Yamada^Tarou=山田^太郎=やまだ^たろう";

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
        orthanc = new OrthancServer.Builder("ORTHANC").option("DefaultEncoding", "\"Utf8\"").start();
        dcmqrscp = DcmtkArchive.start("DCMQRSCP", Map.of());
        node = new DicomNode("PRIORFETCH", folder.resolve("spool"));
        List<Path> files = new ArrayList<>();
        files.add(patient("2.25.1", 1, "4711", "Müller^Jörg", "19660607").write(folder));
        files.add(patient("2.25.1", 2, "4711", "Müller^Jörg", "19660607").write(folder));
        files.add(patient("2.25.2", 1, "4711", "Müller^Jörg", "19660607").set(Tag.StudyDate, VR.DA, "20200101")
                .write(folder));
        files.add(patient("2.25.3", 1, "4712", "Müllner^Eva", "19700102").set(Tag.Modality, VR.CS, "MR").write(folder));
        files.add(patient("2.25.4", 1, "J1", JAPANESE, "19800102").write(folder));
        for (int study = 1; study <= 12; study++) {
            files.add(patient("2.25.9." + study, 1, "MANY", "Many^Studies", "19900102").write(folder));
        }
        files.forEach(orthanc::upload);
        dcmqrscp.upload(files.toArray(Path[]::new));
    }

    private static ImageFile patient(String study, int series, String id, String name, String born) {
        return new ImageFile(study, series, 1).set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .set(Tag.PatientName, VR.PN, name)
                .patientId(id)
                .set(Tag.PatientBirthDate, VR.DA, born)
                .set(Tag.Modality, VR.CS, "CT")
                .set(Tag.SeriesDescription, VR.LO, "Series " + series);
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        orthanc.close();
        dcmqrscp.close();
    }

    private static Found search(Archive archive, ArchiveQuery query, int most) throws PeerException {
        try (AssociationPool pool = pool(archive)) {
            return new DimseArchive(pool).search(query, most);
        }
    }

    private static AssociationPool pool(Archive archive) {
        int port = archive == Archive.ORTHANC ? orthanc.dicomPort() : dcmqrscp.port();
        return new AssociationPool(node, new Peer("regional", archive.name(), "127.0.0.1", port),
                SourceBudget.DEFAULT, Deadlines.DEFAULT);
    }

    private static List<String> uids(Archive archive, ArchiveQuery query) throws PeerException {
        return search(archive, query, 200).studies().stream().map(ArchiveStudy::studyInstanceUid).sorted().toList();
    }

    private static ArchiveQuery named(String name) {
        return new ArchiveQuery(name, "", null, "", null, null, "", "");
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void namesWithUmlautsAndWildCardsAreFound(Archive archive) throws PeerException {
        assertThat(uids(archive, named("Müll*"))).containsExactly("2.25.1", "2.25.2", "2.25.3");
        assertThat(uids(archive, named("Müller"))).containsExactly("2.25.1", "2.25.2");
        assertThat(uids(archive, named("Mül?er, J"))).containsExactly("2.25.1", "2.25.2");
        assertThat(uids(archive, named("Jörg Müller"))).containsExactly("2.25.1", "2.25.2");
        assertThat(uids(archive, named("Niemand"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void japaneseNamesAreFoundAndReadWhole(Archive archive) throws PeerException {
        assertThat(search(archive, named("山田 太郎"), 200).studies()).singleElement()
                .satisfies(study -> assertThat(study.patient().patientName()).isEqualTo(JAPANESE));
        assertThat(uids(archive, named("Yamada"))).containsExactly("2.25.4");
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void everyFieldNarrowsTheAnswer(Archive archive) throws PeerException {
        LocalDate from = LocalDate.of(2024, 1, 1);
        assertThat(uids(archive, new ArchiveQuery("", "4711", null, "", from, null, "", ""))).containsExactly("2.25.1");
        assertThat(uids(archive, new ArchiveQuery("", "4711", null, "B-*", null, null, "", ""))).isEmpty();
    }

    /** DCMTK's archive neither matches nor returns birth date and modality: then nobody knows, and nothing is left out. */
    @ParameterizedTest
    @EnumSource(Archive.class)
    void optionalKeysNarrowWhereTheyAreKnown(Archive archive) throws PeerException {
        List<String> born = uids(archive,
                new ArchiveQuery("Müll", "", LocalDate.of(1970, 1, 2), "", null, null, "", ""));
        List<String> made = uids(archive, new ArchiveQuery("", "471?", null, "", null, null, "MR", ""));
        if (archive == Archive.ORTHANC) {
            assertThat(born).containsExactly("2.25.3");
            assertThat(made).containsExactly("2.25.3");
        } else {
            assertThat(born).contains("2.25.3");
            assertThat(made).contains("2.25.3");
        }
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void aLongAnswerIsCutAndToldToBe(Archive archive) throws PeerException {
        try (AssociationPool pool = pool(archive)) {
            DimseArchive search = new DimseArchive(pool);
            Found cut = search.search(new ArchiveQuery("", "MANY", null, "", null, null, "", ""), 5);
            assertThat(cut.studies()).hasSize(5);
            assertThat(cut.more()).isTrue();
            Found whole = search.search(new ArchiveQuery("", "MANY", null, "", null, null, "", ""), 12);
            assertThat(whole.studies()).hasSize(12);
            assertThat(whole.more()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void seriesAreListedWithWhatIsKnownOfThem(Archive archive) throws PeerException {
        try (AssociationPool pool = pool(archive)) {
            List<ArchiveSeries> series = new DimseArchive(pool).series("2.25.1");
            assertThat(series).extracting(ArchiveSeries::seriesInstanceUid)
                    .containsExactlyInAnyOrder("2.25.1.1", "2.25.1.2");
            assertThat(series).extracting(ArchiveSeries::modality).containsOnly("CT");
        }
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void manyStudiesAreAskedForAtOnce(Archive archive) throws PeerException {
        try (AssociationPool pool = pool(archive)) {
            assertThat(new DimseArchive(pool).held(Set.of("2.25.1", "2.25.2", "2.25.404"))).containsOnlyKeys("2.25.1",
                    "2.25.2");
        }
    }

    @Test
    void whoIsNotThereIsNotTakenForEmpty() {
        Peer nobody = new Peer("regional", "NOBODY", "127.0.0.1", FreePort.pick());
        try (AssociationPool pool = new AssociationPool(node, nobody, SourceBudget.DEFAULT, Deadlines.DEFAULT)) {
            PeerException failure = catchThrowableOfType(PeerException.class,
                    () -> new DimseArchive(pool).search(named("Müller"), 200));
            assertThat(failure.kind()).isEqualTo(PeerException.Kind.UNREACHABLE);
        }
    }
}
