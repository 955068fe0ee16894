package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;
import org.priorfetch.engine.tls.HttpLogin;

/** What Orthanc says and sends by DICOMweb. */
@NeedsTools("Orthanc")
class WebArchiveInteropTest {

    private static final String STUDY = "2.25.100";

    @TempDir
    static Path folder;
    private static OrthancServer orthanc;
    private static WebServer server;

    @BeforeAll
    static void start() throws IOException {
        orthanc = OrthancServer.start("WEB");
        ImageFile.writeStudy(folder.resolve("study"), STUDY, 2, 3, 5_000);
        for (String uid : List.of("1.1", "1.2", "1.3", "2.1", "2.2", "2.3")) {
            orthanc.upload(folder.resolve("study").resolve(STUDY + "." + uid + ".dcm"));
        }
        server = ScriptedWebServer.open(URI.create(orthanc.url() + "/dicom-web"), HttpLogin.NONE, WebWaits.DEFAULT);
    }

    @AfterAll
    static void stop() {
        server.close();
        orthanc.close();
    }

    @Test
    void studiesOfAPatientAreFound() throws PeerException {
        List<PriorCandidate> found = new QidoFinder(server, true)
                .findStudies(new StudyQuery.OfPatient(PatientKey.of("4711")));
        assertThat(found).filteredOn(study -> study.ref().studyInstanceUid().equals(STUDY))
                .singleElement()
                .satisfies(study -> {
                    assertThat(study.ref().studyInstanceUid()).isEqualTo(STUDY);
                    assertThat(study.ref().source()).isEqualTo("web");
                    assertThat(study.patient().patientName()).isEqualTo("Doe^Jane");
                    assertThat(study.patient().patientBirthDate()).isEqualTo("1970-01-02");
                    assertThat(study.accessionNumber()).isEqualTo("A-1");
                    assertThat(study.studyDescription()).isEqualTo("Chest");
                    assertThat(study.modalities()).containsExactly("OT");
                    assertThat(study.studyDate()).isEqualTo("2024-03-15");
                    assertThat(study.studyTime()).isEqualTo("10:15");
                    assertThat(study.instances()).isEqualTo(6);
                });
    }

    @Test
    void aPatientWithoutStudiesHasNone() throws PeerException {
        assertThat(new QidoFinder(server, false).findStudies(new StudyQuery.OfPatient(PatientKey.of("nobody"))))
                .isEmpty();
        assertThat(new QidoFinder(server, false).findStudies(new StudyQuery.ByUid("2.25.999"))).isEmpty();
        assertThat(new QidoFinder(server, false).findInstances("2.25.999")).isEmpty();
    }

    @Test
    void instancesComeSeriesBySeries() throws PeerException {
        List<InstanceRef> instances = new QidoFinder(server, false).findInstances(STUDY);
        assertThat(instances).hasSize(6)
                .allMatch(instance -> instance.sopClassUid().startsWith("1.2.840.10008.5.1.4.1.1"));
        assertThat(instances.subList(0, 3)).extracting(InstanceRef::seriesInstanceUid)
                .containsOnly(
                        instances.getFirst().seriesInstanceUid());
        assertThat(new QidoFinder(server, false).findInstanceUids(STUDY)).contains(STUDY + ".2.3");
    }

    @Test
    void seriesComeAsTheyAreRead() throws PeerException, IOException {
        String study = "2.25.200";
        List<List<String>> series = List.of(List.of("080000", "AXIAL"), List.of("083000", "LOCALIZER"),
                List.of("090000", "AXIAL"));
        for (int i = 1; i <= series.size(); i++) {
            orthanc.upload(new ImageFile(study, i, 1).stating("SeriesDate", "20240315")
                    .stating("SeriesTime", series.get(i - 1).getFirst())
                    .stating("ImageType", series.get(i - 1).getLast())
                    .write(folder.resolve("order")));
        }
        assertThat(new QidoFinder(server, false).findInstances(study)).extracting(InstanceRef::sopInstanceUid)
                .containsExactly(study + ".2.1", study + ".3.1", study + ".1.1");
    }

    @Test
    void peopleFindByName() throws PeerException {
        QidoSearch search = new QidoSearch(server);
        ArchiveQuery query = new ArchiveQuery("doe, jane", "", null, "", null, null, "", "");
        assertThat(search.search(query, 10).studies())
                .filteredOn(study -> study.studyInstanceUid().equals(STUDY))
                .singleElement()
                .satisfies(study -> assertThat(study.instances()).isEqualTo(6));
        assertThat(search.held(Set.of(STUDY, "2.25.999"))).containsExactly(Map.entry(STUDY, 6));
        assertThat(search.series(STUDY)).hasSize(2).allMatch(series -> series.instances() == 3);
    }

    private static Map<String, byte[]> retrieved(String studyUid, List<InstanceRef> instances) throws PeerException {
        Map<String, byte[]> arrived = new TreeMap<>();
        RetrieveRequest request = new RetrieveRequest(studyUid, instances.getFirst().seriesInstanceUid(), instances);
        new WadoRetriever(server, new Part10Reader(folder)).retrieve(request, instance -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                long written = instance.writeTo(bytes, AttributeChanges.NONE);
                assertThat(written).isEqualTo(bytes.size());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            arrived.put(instance.header().instance().sopInstanceUid(), bytes.toByteArray());
            return Answer.TAKEN;
        }, new Cancellation(), new SpentTime());
        return arrived;
    }

    @Test
    void aSeriesComesInOneStreamAndAnImageAlone() throws PeerException {
        List<InstanceRef> instances = new QidoFinder(server, false).findInstances(STUDY);
        List<InstanceRef> series = instances.subList(0, 3);
        assertThat(retrieved(STUDY, series)).hasSize(3).containsKeys(series.get(1).sopInstanceUid());
        assertThat(retrieved(STUDY, series.subList(2, 3))).containsOnlyKeys(series.get(2).sopInstanceUid());
    }

    @Test
    void nothingIsTranscoded() throws PeerException, IOException {
        List<Path> files = VariedObjects.writeForOrthanc(folder.resolve("varied"));
        files.forEach(orthanc::upload);
        Map<String, List<InstanceRef>> series = new TreeMap<>();
        for (InstanceRef instance : new QidoFinder(server, false).findInstances(VariedObjects.STUDY)) {
            series.computeIfAbsent(instance.seriesInstanceUid(), _ -> new ArrayList<>()).add(instance);
        }
        List<String> syntaxes = new ArrayList<>();
        for (List<InstanceRef> instances : series.values()) {
            RetrieveRequest request = new RetrieveRequest(VariedObjects.STUDY,
                    instances.getFirst().seriesInstanceUid(), instances);
            new WadoRetriever(server, new Part10Reader(folder)).retrieve(request, instance -> {
                syntaxes.add(instance.transferSyntaxUid());
                return Answer.REJECTED; // what nobody reads is skipped
            }, new Cancellation(), new SpentTime());
        }
        assertThat(syntaxes).hasSameSizeAs(files).contains("1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.1");
    }

    @Test
    void whatIsNotThereIsSaid() {
        InstanceRef nothing = new InstanceRef("2.25.999.1.1", "", "2.25.999.1");
        assertThatThrownBy(() -> retrieved("2.25.999", List.of(nothing))).isInstanceOfSatisfying(PeerException.class,
                failure -> assertThat(failure.reason().text()).isEqualTo("web answered with HTTP 404"));
    }
}
