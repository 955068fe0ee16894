package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.ReviewCommand.Choice;
import org.priorfetch.engine.api.ReviewCommand.Decide;
import org.priorfetch.engine.api.ReviewCommand.ReadDecisions;
import org.priorfetch.engine.api.ReviewCommand.ReadReviews;
import org.priorfetch.engine.api.ReviewCommand.Withdraw;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.FieldComparison;
import org.priorfetch.engine.model.FieldComparison.FieldAgreement;
import org.priorfetch.engine.model.FieldComparison.Resemblance;
import org.priorfetch.engine.model.PatientField;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.testing.DcmtkWorklist;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;
import org.priorfetch.engine.testing.ScheduledCt;
import org.priorfetch.engine.testing.Tools;

/** The same patient ID with another birth date, between real archives: a person decides, and it is done so. */
@NeedsTools({"Orthanc", "wlmscpfs", "dump2dcm", "dcmdump"})
class ReviewInteropTest {

    private static final String STUDY = "2.25.4242";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;
    private OrthancServer source;
    private OrthancServer pacs;
    private DcmtkWorklist worklist;
    private LocalEngine engine;

    @BeforeEach
    void start() throws IOException {
        source = new OrthancServer.Builder("REGIONAL").option("OverwriteInstances", true).start();
        pacs = OrthancServer.start("LOCALPACS");
        worklist = DcmtkWorklist.start("RIS");
        worklist.put("one",
                new ScheduledCt("Doe^Jane", "4711", "19700102", "CT Chest").beginningIn(Duration.ofMinutes(30)));
        atSource("19700201");
        engine = begun();
    }

    @AfterEach
    void stop() {
        engine.close();
        worklist.close();
        pacs.close();
        source.close();
    }

    private void atSource(String birthDate) throws IOException {
        source.upload(new ImageFile(STUDY, 1, 1).modality("CT").birthDate(birthDate).write(folder.resolve("images")));
    }

    private LocalEngine begun() throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d}
                worklists:
                  - {name: ris, type: mwl, aeTitle: RIS, host: 127.0.0.1, port: %d, every: 5s}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d}
                """.formatted(pacs.dicomPort(), worklist.port(), source.dicomPort()));
        assertThat(SiteSettingsReader.read(file)).isInstanceOf(ReadResult.Valid.class);
        SiteSettings site = ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
        Path home = folder.resolve("home");
        LocalEngine started = new LocalEngine(EngineParts.of(site, home, DatabaseStore.open(home, Instant::now),
                new SystemClock(), true, () -> "tester"), new AtomicLong());
        started.start();
        return started;
    }

    private DoubtfulPatient awaitQuestion() throws CommandFailedException {
        await().atMost(PATIENCE).until(() -> engine.snapshot().needsReview() == 1);
        return engine.submit(new ReadReviews()).doubtful().getFirst();
    }

    private void awaitState(PriorState state) {
        await().atMost(PATIENCE).until(() -> engine.snapshot().settled() && prior().state() == state);
    }

    private PriorView prior() {
        return engine.snapshot().appointments().getFirst().priors().getFirst();
    }

    private String arrived() throws IOException {
        Path copy = pacs.download(ImageFile.uid(STUDY, 1, 1), folder.resolve("copy.dcm"));
        return Tools.run("dcmdump", copy.toString()).output();
    }

    @Test
    void whatAPersonAcceptsArrivesAsTheLocalPatientsAndIsAskedAnewWhenTheSourceChangesItsMind() throws Exception {
        DoubtfulPatient question = awaitQuestion();
        assertThat(question.fields()).contains(new FieldComparison(PatientField.BIRTH_DATE, FieldAgreement.DIFFERS,
                Resemblance.DAY_AND_MONTH_EXCHANGED));
        assertThat(question.appointments()).hasSize(1);
        assertThat(pacs.sopInstanceUids()).isEmpty();

        engine.submit(new Decide(question.id(), Choice.SAME, "saw her passport", null, null));
        awaitState(PriorState.PRESENT);
        assertThat(arrived()).containsPattern("\\(0010,0030\\) DA \\[19700102\\]")
                .containsPattern("\\(0400,0561\\)")
                .containsPattern("  \\(0010,0030\\) DA \\[19700201\\]");

        engine.close();
        engine = begun();
        awaitState(PriorState.PRESENT);
        assertThat(engine.snapshot().needsReview()).isZero();

        atSource("19700203");
        engine.submit(new QueryAgain("ACC1"));
        assertThat(awaitQuestion().found().patientBirthDate()).isEqualTo("1970-02-03");
        assertThat(engine.snapshot().appointments().getFirst().verdict()).isEqualTo(ReadinessVerdict.HELD);
    }

    @Test
    void whatAPersonRefusesStaysAwayUntilTheDecisionIsWithdrawn() throws Exception {
        DoubtfulPatient question = awaitQuestion();

        LocalDate before = LocalDate.now(ZoneId.systemDefault());
        Long decision = engine.submit(new Decide(question.id(), Choice.DIFFERENT, "two sisters", null, null))
                .decisionId();
        LocalDate after = LocalDate.now(ZoneId.systemDefault());
        awaitState(PriorState.SKIP);
        assertThat(prior().reason().text()).isIn(
                Stream.of(before, after).map("another person (decided by tester on %s)"::formatted).toList());
        assertThat(engine.snapshot().needsReview()).isZero();

        engine.submit(new QueryAgain("ACC1"));
        awaitState(PriorState.SKIP);
        assertThat(pacs.sopInstanceUids()).isEmpty();

        assertThat(engine.submit(new ReadDecisions())).hasSize(1);
        assertThat(decision).isNotNull();
        assertThat(engine.submit(new Withdraw(decision, null)).toUndo()).isEmpty();
        assertThat(awaitQuestion().id()).isEqualTo(question.id());
    }

    @Test
    void whatIsPutOffWaitsButStaysHeld() throws Exception {
        DoubtfulPatient question = awaitQuestion();

        assertThatThrownBy(() -> engine.submit(new Decide(question.id(), Choice.LATER, " ", Instant.now(), null)))
                .isInstanceOf(CommandFailedException.class);
        engine.submit(
                new Decide(question.id(), Choice.LATER, "asking the ward", Instant.now().plusSeconds(3600), null));

        assertThat(engine.snapshot().needsReview()).isZero();
        assertThat(engine.submit(new ReadReviews()).doubtful()).extracting(DoubtfulPatient::id)
                .isEqualTo(List.of(question.id()));
        assertThat(engine.snapshot().appointments().getFirst().verdict()).isEqualTo(ReadinessVerdict.HELD);
    }

    @Test
    void whatPutIntoThePacsByADecisionIsListedWhenItIsWithdrawn() throws Exception {
        Long decision = engine.submit(new Decide(awaitQuestion().id(), Choice.SAME, "the same", null, null))
                .decisionId();
        awaitState(PriorState.PRESENT);

        assertThat(decision).isNotNull();
        assertThat(engine.submit(new Withdraw(decision, null)).toUndo())
                .singleElement()
                .satisfies(study -> assertThat(study.ref().studyInstanceUid()).isEqualTo(STUDY));
    }
}
