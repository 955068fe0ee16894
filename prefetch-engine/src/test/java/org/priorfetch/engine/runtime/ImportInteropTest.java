package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.ArchiveCommand.PreviewImport;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ImportPreview;
import org.priorfetch.engine.api.PatientJudgement.Outcome;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.demo.SyntheticStudies;
import org.priorfetch.engine.dicom.Dump;
import org.priorfetch.engine.model.AttributeDifference;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.testing.Conformity;
import org.priorfetch.engine.testing.DcmtkWorklist;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;
import org.priorfetch.engine.testing.ScheduledCt;
import org.priorfetch.engine.testing.TopLevel;

/** Studies with marks and local codes from one Orthanc to another, read back and compared attribute by attribute. */
@NeedsTools({"Orthanc", "wlmscpfs", "dump2dcm", "dcmdump", "dciodvfy"})
class ImportInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PERSON = "P00001";

    @TempDir
    Path folder;
    private OrthancServer source;
    private OrthancServer pacs;
    private DcmtkWorklist worklist;
    private LocalEngine engine;
    private List<Path> sent;

    @BeforeEach
    void start() throws IOException {
        SyntheticStudies.generate(folder.resolve("studies"), 5, LocalDate.now(ZoneId.systemDefault()));
        try (Stream<Path> files = Files.list(folder.resolve("studies").resolve("regional").resolve(PERSON))) {
            sent = files.sorted().limit(6).toList();
        }
        source = OrthancServer.start("REGIONAL");
        pacs = OrthancServer.start("LOCALPACS");
        sent.forEach(source::upload);
        worklist = DcmtkWorklist.start("RIS");
        worklist.put("one", new ScheduledCt("Mueller^Katharina", "201", "19610417", "CT Thorax")
                .beginningIn(Duration.ofMinutes(30)));
        engine = engine();
    }

    @AfterEach
    void stop() {
        engine.close();
        worklist.close();
        pacs.close();
        source.close();
    }

    private LocalEngine engine() throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs:
                  aeTitle: LOCALPACS
                  host: 127.0.0.1
                  port: %d
                  issuer: LOC
                  marks:
                    descriptionPrefix: "EXT "
                    institution: "Poradnia Łódź"
                    attributes: {"(0008,1090)": Prior}
                worklists:
                  - {name: ris, type: mwl, aeTitle: RIS, host: 127.0.0.1, port: %d, every: 5s}
                sources:
                  - name: regional
                    type: dimse
                    aeTitle: REGIONAL
                    host: 127.0.0.1
                    port: %d
                    patients: mapped
                    issuer: HOSP
                    mapping: {prefix: "100"}
                    accessions: prefix
                procedures:
                  - pattern: CT Chest*
                    regions: chest
                    procedureCode: {value: THX1, scheme: 99LOC, meaning: CT Thorax}
                    regionCode: {value: 51185008, scheme: SCT, meaning: Thorax}
                """.formatted(pacs.dicomPort(), worklist.port(), source.dicomPort()));
        return TestEngine.of(file, folder.resolve("home"));
    }

    private static String uid(Path file) {
        return file.getFileName().toString().replace(".dcm", "");
    }

    private static String studyUid(Path file) {
        return Dump.of(file)
                .stream()
                .filter(line -> line.startsWith("(0020,000d)"))
                .map(line -> line.replaceAll(".*\\[(.*)].*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatThePreviewShowsIsWhatArrivesAndNothingElse() throws Exception {
        String study = studyUid(sent.getFirst());
        ImportPreview preview = engine.submit(new PreviewImport("regional", study, "ACC1"));

        assertThat(preview.judgement().outcome()).isEqualTo(Outcome.FETCHED);
        assertThat(preview.more()).isFalse();
        assertThat(pacs.sopInstanceUids()).isEmpty();
        Map<String, AttributeDifference> changes = preview.samples()
                .getFirst()
                .differences()
                .stream()
                .collect(Collectors.toMap(AttributeDifference::keyword, one -> one));
        assertThat(changes.keySet()).containsExactlyInAnyOrder("SpecificCharacterSet", "AccessionNumber",
                "InstitutionName", "StudyDescription", "ProcedureCodeSequence", "ManufacturerModelName",
                "AnatomicRegionSequence", "PatientName", "PatientID", "IssuerOfPatientID", "OtherPatientIDsSequence",
                "OriginalAttributesSequence");
        assertThat(changes.get("PatientName")).isEqualTo(new AttributeDifference("(0010,0010)", "PatientName",
                "Müller^Katharina", "Mueller^Katharina"));
        assertThat(changes.get("AccessionNumber").after()).isEqualTo("regional-P00001");
        assertThat(changes.get("ProcedureCodeSequence").before()).isNull();
        assertThat(changes.get("ProcedureCodeSequence").after()).contains("CodeValue=THX1");
        assertThat(changes.get("OtherPatientIDsSequence").after()).contains("PatientID=100201", "HOSP");

        engine.start();
        await().atMost(PATIENCE).until(() -> engine.snapshot().settled() && prior(study).state() == PriorState.PRESENT);
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(
                sent.stream().map(ImportInteropTest::uid).toList());
        TreeSet<String> previewed = changes.values()
                .stream()
                .map(one -> one.tag().substring(1, 10).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Path file : sent) {
            Path copy = pacs.download(uid(file), folder.resolve("copy.dcm"));
            assertThat(TopLevel.differing(Dump.of(file), Dump.of(copy))).as(uid(file)).isEqualTo(previewed);
            assertThat(Conformity.errorsOf(copy)).isSubsetOf(Conformity.errorsOf(file));
        }
    }

    private PriorView prior(String study) {
        return engine.snapshot()
                .appointments()
                .stream()
                .flatMap(appointment -> appointment.priors().stream())
                .filter(prior -> prior.studyUid().equals(study))
                .findFirst()
                .orElseThrow();
    }

    /** The PACS's copy, marked "EXT", is still known as what it shows and by its own name. */
    @Test
    void aMarkedPriorIsStillRecognisedByWhatItShows() {
        engine.start();
        String study = studyUid(sent.getFirst());
        await().atMost(PATIENCE).until(() -> engine.snapshot().settled() && prior(study).state() == PriorState.PRESENT);
        source.close();
        engine.close();
        try {
            engine = engine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.start();
        await().atMost(PATIENCE).until(() -> engine.snapshot().settled());

        assertThat(prior(study).state()).isEqualTo(PriorState.PRESENT);
        assertThat(prior(study).reason().text()).contains("same region");
        assertThat(prior(study).studyDescription()).isEqualTo("CT Chest with contrast");
    }

    @Test
    void aPreviewKeepsAwayFromWhatItMustNotTouch() throws Exception {
        String study = studyUid(sent.getFirst());

        assertThat(engine.submit(new PreviewImport("regional", study, null)).judgement().outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThatThrownBy(() -> engine.submit(new PreviewImport("nowhere", study, null)))
                .isInstanceOf(CommandFailedException.class);
        assertThatThrownBy(() -> engine.submit(new PreviewImport("regional", "1.2.3", "ACC1")))
                .isInstanceOf(CommandFailedException.class);
        assertThatThrownBy(() -> engine.submit(new PreviewImport("regional", study, "OTHER")))
                .isInstanceOf(CommandFailedException.class);
        assertThat(pacs.sopInstanceUids()).isEmpty();
    }
}
