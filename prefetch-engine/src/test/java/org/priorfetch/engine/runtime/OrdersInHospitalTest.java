package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentCommand.ReadPriorReport;
import org.priorfetch.engine.api.AppointmentCommand.ReadReportDocument;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.ReviewCommand.ReadDecisions;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.settings.WorklistSettings;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.testing.FreePort;

/** Messages from outside, in the simulated hospital. Nothing is transferred. */
@Timeout(180)
class OrdersInHospitalTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    @TempDir
    static Path site;
    private static SimulatedHospital hospital;
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    Path home;
    private LocalEngine engine;
    private EngineParts parts;
    private int port;

    @BeforeAll
    static void open() throws IOException {
        hospital = SimulatedHospital.start(site, LocalDateTime.now(new SystemClock().zone()));
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    @BeforeEach
    void begin() throws Exception {
        port = FreePort.pick();
        start();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private void start() throws IOException, CommandFailedException {
        SiteSettings there = ((ReadResult.Valid) SiteSettingsReader.read(hospital.siteFile())).settings();
        List<WorklistSettings> worklists = new ArrayList<>(there.worklists());
        worklists.add(
                new WorklistSettings.Hl7("orders", "127.0.0.1", port, null, Duration.ofDays(2), List.of(), Set.of(),
                        null, List.of(), null));
        SiteSettings settings = new SiteSettings(there.self(), there.pacs(), worklists, there.sources(),
                there.relevance(), there.procedures(), there.exclude(), there.databaseUrl());
        parts = EngineParts.of(settings, home, DatabaseStore.open(home, Instant::now), new SystemClock(), false,
                () -> "tester");
        engine = new LocalEngine(parts, new AtomicLong());
        engine.submit(new Pause(true, null));
        engine.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.snapshot().settled());
    }

    private Optional<AppointmentView> find(String id) {
        return engine.snapshot().appointments().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private AppointmentView withPriors() {
        return engine.snapshot()
                .appointments()
                .stream()
                .filter(one -> one.priors().stream().anyMatch(prior -> prior.state() == PriorState.FETCH))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> studies(AppointmentView view) {
        return view.priors().stream().map(PriorView::studyUid).sorted().toList();
    }

    private AppointmentView searched(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> find(id).filter(view -> !view.priors().isEmpty()).isPresent());
        return find(id).orElseThrow();
    }

    private static String order(String control, String accession, Patient patient, AppointmentView like,
            LocalDateTime start) {
        return "MSH|^~\\&|RIS||PF||" + TIME.format(LocalDateTime.now(new SystemClock().zone())) + "||ORM^O01|"
                + COUNT.incrementAndGet()
                + "|P|2.5.1||||||UNICODE UTF-8\r" + pid(patient) + "\rORC|" + control + "|P-" + accession + "|||||^^^"
                + TIME.format(start) + "\rOBR|1|P-" + accession + "||X^" + like.procedure() + "||||||||||||||"
                + accession
                + "||||||" + like.modalities().first() + "\r";
    }

    private static String adt(String event, Patient patient, String... more) {
        return "MSH|^~\\&|HIS||PF||" + TIME.format(LocalDateTime.now(new SystemClock().zone())) + "||ADT^" + event + "|"
                + COUNT.incrementAndGet()
                + "|P|2.5.1||||||UNICODE UTF-8\r" + pid(patient) + "\r" + String.join("\r", more) + "\r";
    }

    private static String pid(Patient patient) {
        String issuer = patient.key().issuerOfPatientId() == null ? "" : "^^^" + patient.key().issuerOfPatientId();
        String born = String.valueOf(patient.patientBirthDate()).replace("-", "");
        return "PID|1||" + patient.key().patientId() + issuer + "||" + patient.patientName() + "||" + born + "|"
                + patient.patientSex().code();
    }

    private String send(String message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            for (int read = in.read(); read != 0x1c && read >= 0; read = in.read()) {
                answer.append((char) read);
            }
            return answer.toString();
        }
    }

    private void taken(String message) throws IOException {
        assertThat(send(message)).contains("MSA|AA|");
    }

    private static LocalDateTime soon() {
        return LocalDateTime.now(new SystemClock().zone()).plusHours(2).withNano(0);
    }

    private PeerState feed() {
        return engine.snapshot()
                .worklists()
                .stream()
                .filter(one -> one.name().equals("orders"))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aFeedThatListensIsWellBeforeAnybodyHasToldAnything() {
        assertThat(feed()).isEqualTo(PeerState.OK);
    }

    @Test
    void anOrderFindsItsPriorsAndIsThereAfterARestart() throws Exception {
        AppointmentView like = withPriors();
        taken(order("NW", "HL7-1", like.patient(), like, soon()));
        assertThat(studies(searched("HL7-1"))).isEqualTo(studies(like));

        engine.close();
        start();
        assertThat(studies(searched("HL7-1"))).isEqualTo(studies(like));
    }

    @Test
    void anOrderIsMovedAndCalledOff() throws Exception {
        AppointmentView like = withPriors();
        taken(order("NW", "HL7-2", like.patient(), like, soon()));
        searched("HL7-2");
        LocalDateTime later = soon().plusHours(5);
        taken(order("XO", "HL7-2", like.patient(), like, later));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> find("HL7-2").orElseThrow()
                        .scheduledStart()
                        .equals(later.atZone(new SystemClock().zone()).toInstant()));

        taken(order("CA", "HL7-2", like.patient(), like, later));
        await().atMost(Duration.ofSeconds(20)).until(() -> find("HL7-2").isEmpty());
        assertThat(parts.runner().open()).noneMatch(job -> "HL7-2".equals(job.appointmentId()));
        assertThat(parts.runner().open()).anyMatch(job -> job.state() == TransferState.QUEUED);
    }

    @Test
    void anOrderOfNextWeekWaitsOutOfSight() throws Exception {
        AppointmentView like = withPriors();
        taken(order("NW", "HL7-3", like.patient(), like, soon().plusDays(7)));
        assertThat(parts.book().find("HL7-3")).isPresent();
        assertThat(find("HL7-3")).isEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.snapshot().settled());
        taken(order("XO", "HL7-3", like.patient(), like, soon()));
        assertThat(studies(searched("HL7-3"))).isEqualTo(studies(like));
    }

    @Test
    void oldAndNewIdsFindTheirPriorsAfterAMerge() throws Exception {
        AppointmentView like = withPriors();
        Patient known = like.patient();
        Patient renamed = new Patient(new PatientKey("N-" + known.key().patientId(), known.key().issuerOfPatientId()),
                known.patientName(), known.patientBirthDate(), known.patientSex());
        taken(order("NW", "HL7-4", renamed, like, soon()));
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.snapshot().settled());
        assertThat(find("HL7-4").orElseThrow().priors()).isEmpty();

        taken(adt("A40", renamed, "MRG|" + known.key().patientId()));
        List<String> found = searched("HL7-4").priors()
                .stream()
                .filter(prior -> prior.state() == PriorState.FETCH)
                .map(PriorView::studyUid)
                .toList();
        assertThat(found).isNotEmpty();
        assertThat(studies(like)).containsAll(found);
    }

    @Test
    void twoFeedsThatStateAPatientDifferentlyDoNotStopEachOthersTransfers() throws Exception {
        AppointmentView like = withPriors();
        Patient known = like.patient();
        Patient longer = new Patient(known.key(), known.patientName() + "^Q", known.patientBirthDate(),
                known.patientSex());
        taken(order("NW", "HL7-6", longer, like, soon()));
        searched("HL7-6");
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.snapshot().settled());

        Set<String> wanted = fetched(like.id());
        assertThat(wanted).isNotEmpty().isEqualTo(fetched("HL7-6"));
        assertThat(parts.runner().open().stream().map(job -> job.ref().studyInstanceUid())).containsAll(wanted);
    }

    private Set<String> fetched(String id) {
        return find(id).orElseThrow()
                .priors()
                .stream()
                .filter(prior -> prior.state() == PriorState.FETCH)
                .map(PriorView::studyUid)
                .collect(Collectors.toSet());
    }

    @Test
    void whatPeopleDecidedIsAskedAnewWhenThePatientIsTouched() throws Exception {
        AppointmentView like = withPriors();
        Patient local = like.patient();
        Patient other = engine.snapshot()
                .appointments()
                .stream()
                .map(AppointmentView::patient)
                .filter(patient -> !patient.equals(local))
                .findFirst()
                .orElseThrow();
        parts.decisions().decide(local, "regional", local, Verdict.SAME, "known", Set.of());
        parts.decisions().decide(other, "regional", other, Verdict.SAME, "known", Set.of());

        taken(adt("A01", local));
        assertThat(engine.submit(new ReadDecisions())).hasSize(2);
        taken(adt("A08", local));
        assertThat(engine.submit(new ReadDecisions())).singleElement()
                .satisfies(made -> assertThat(made.decision().local()).isEqualTo(other));
    }

    @Test
    void aDecisionUnderAnIdThatIsLinkedIsAskedAnewToo() throws Exception {
        Patient local = withPriors().patient();
        Patient former = new Patient(PatientKey.of("F-" + local.key().patientId()), local.patientName(),
                local.patientBirthDate(), local.patientSex());
        taken(adt("A40", local, "MRG|" + former.key().patientId()));
        parts.decisions().decide(local, "regional", local, Verdict.SAME, "known", Set.of());

        taken(adt("A08", former));
        assertThat(engine.submit(new ReadDecisions())).isEmpty();
    }

    @Test
    void aReportIsShownWithItsStudy() throws Exception {
        AppointmentView like = withPriors();
        PriorCandidate study = parts.book()
                .find(like.id())
                .orElseThrow()
                .priors()
                .stream()
                .map(AppointmentPrior::candidate)
                .filter(candidate -> !candidate.accessionNumber().isEmpty())
                .findFirst()
                .orElseThrow();
        ReadPriorReport question = new ReadPriorReport(like.id(), study.ref().studyInstanceUid());
        assertThat(engine.submit(question).report()).isNull();

        taken(adt("A08", like.patient(), "OBR|1|||X" + "|".repeat(14) + study.accessionNumber() + "|".repeat(7) + "F",
                "OBX|1|TX|F||No change.", "OBX|2|ED|PDF||^AP^PDF^Base64^JVBERi0xLjQK").replace("ADT^A08", "ORU^R01"));
        assertThat(engine.submit(question).report()).isNotNull().satisfies(report -> {
            assertThat(report.text()).isEqualTo("No change.");
            assertThat(report.documents()).isEqualTo(1);
        });
        assertThat(engine.submit(new ReadReportDocument(like.id(), study.ref().studyInstanceUid(), 1)).document())
                .isNotNull()
                .satisfies(document -> assertThat(document.content()).asString().startsWith("%PDF-1.4"));
        assertThat(engine.submit(new ReadReportDocument(like.id(), study.ref().studyInstanceUid(), 2)).document())
                .isNull();
    }

    @Test
    void anAppointmentFollowsItsPatient() throws Exception {
        AppointmentView like = withPriors();
        Patient known = like.patient();
        taken(order("NW", "HL7-5", known, like, soon()));
        Patient married = new Patient(known.key(), "Newname^Jane", known.patientBirthDate(), known.patientSex());
        taken(adt("A31", married));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> find("HL7-5").orElseThrow().patient().patientName().equals("Newname^Jane"));
        assertThat(find(like.id()).orElseThrow().patient()).isEqualTo(known);
    }
}
