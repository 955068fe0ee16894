package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentCommand.FetchNow;
import org.priorfetch.engine.api.AppointmentCommand.NoteOpened;
import org.priorfetch.engine.api.AppointmentCommand.Pin;
import org.priorfetch.engine.api.AppointmentCommand.PutFirst;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.AppointmentCommand.SkipPrior;
import org.priorfetch.engine.api.AppointmentCommand.TakePrior;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RulesCommand.DismissSuggestion;
import org.priorfetch.engine.api.RulesCommand.ReadSuggestions;
import org.priorfetch.engine.api.RulesCommand.TryRules;
import org.priorfetch.engine.api.SuggestionsReport;
import org.priorfetch.engine.api.TransferCommand.CancelTransfer;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.api.TransferCommand.Move;
import org.priorfetch.engine.api.TransferCommand.MoveTransfer;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.api.TransferCommand.RetryTransfer;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;

/** What people decide about priors, in the simulated hospital. Nothing is transferred until a test lets it. */
@Timeout(180)
class ByHandInHospitalTest {

    @TempDir
    static Path site;
    private static SimulatedHospital hospital;
    @TempDir
    Path home;
    private EngineParts parts;
    private LocalEngine engine;

    @BeforeAll
    static void open() throws IOException {
        hospital = SimulatedHospital.start(site, LocalDateTime.now(new SystemClock().zone()));
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    @BeforeEach
    void start() throws Exception {
        engine = started();
        awaitSearches();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private LocalEngine started() throws IOException, CommandFailedException {
        SiteSettings settings = ((ReadResult.Valid) SiteSettingsReader.read(hospital.siteFile())).settings();
        parts = EngineParts.of(settings, home, DatabaseStore.open(home, Instant::now), new SystemClock(), true,
                () -> "tester");
        LocalEngine made = new LocalEngine(parts, new AtomicLong());
        made.submit(new Pause(true, null));
        made.start();
        return made;
    }

    private void awaitSearches() {
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.snapshot().settled());
    }

    private AppointmentView appointment(String id) {
        return engine.snapshot().appointments().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private AppointmentView appointmentWith(Predicate<PriorView> prior) {
        return engine.snapshot()
                .appointments()
                .stream()
                .filter(one -> one.priors().stream().anyMatch(prior))
                .findFirst()
                .orElseThrow();
    }

    private static PriorView first(AppointmentView appointment, Predicate<PriorView> wanted) {
        return appointment.priors().stream().filter(wanted).findFirst().orElseThrow();
    }

    private PriorView prior(String appointmentId, String studyUid) {
        return first(appointment(appointmentId), one -> one.studyUid().equals(studyUid));
    }

    private static boolean isFetched(PriorView prior) {
        return prior.state() == PriorState.FETCH;
    }

    private static boolean isLeftAtItsSource(PriorView prior) {
        return prior.state() == PriorState.SKIP && !prior.source().equals(StudyRef.PACS)
                && !prior.reason().text().contains("born");
    }

    private List<TransferView> waiting() {
        return engine.snapshot().transfers().stream().filter(one -> !one.state().isTerminal()).toList();
    }

    @Test
    void aSkippedPriorStaysSkippedThroughSearchesAndARestart() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isFetched);
        PriorView prior = first(appointment, ByHandInHospitalTest::isFetched);

        engine.submit(new SkipPrior(appointment.id(), prior.studyUid(), "seen last week"));

        assertIsSkipped(appointment, prior);
        assertThat(waiting()).extracting(TransferView::studyUid).doesNotContain(prior.studyUid());
        engine.submit(new QueryAgain(appointment.id()));
        awaitSearches();
        assertIsSkipped(appointment, prior);
        engine.close();
        engine = started();
        assertIsSkipped(appointment, prior);
        awaitSearches();
        assertIsSkipped(appointment, prior);
    }

    private void assertIsSkipped(AppointmentView appointment, PriorView prior) {
        PriorView now = prior(appointment.id(), prior.studyUid());
        assertThat(now.state()).isEqualTo(PriorState.SKIP);
        assertThat(now.reason().text()).startsWith("skipped by hand: seen last week");
    }

    @Test
    void takingBackASkipFetchesItAfterAllForTheSameReason() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isFetched);
        PriorView prior = first(appointment, ByHandInHospitalTest::isFetched);
        engine.submit(new SkipPrior(appointment.id(), prior.studyUid(), null));

        long transfer = engine.submit(new TakePrior(appointment.id(), prior.studyUid(), prior.source()));

        assertThat(prior(appointment.id(), prior.studyUid()).reason()).isEqualTo(prior.reason());
        engine.submit(new Pause(false, null));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> prior(appointment.id(), prior.studyUid()).state() == PriorState.PRESENT);
        assertThat(engine.snapshot().transfers()).filteredOn(one -> one.id() == transfer)
                .extracting(TransferView::state)
                .containsExactly(TransferState.COMPLETE);
    }

    @Test
    void whatTheRulesLeaveAtItsSourceIsFetchedWhenAPersonWantsIt() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isLeftAtItsSource);
        PriorView prior = first(appointment, ByHandInHospitalTest::isLeftAtItsSource);

        engine.submit(new TakePrior(appointment.id(), prior.studyUid(), prior.source()));
        engine.submit(new QueryAgain(appointment.id()));
        awaitSearches();

        PriorView taken = prior(appointment.id(), prior.studyUid());
        assertThat(taken.state()).isEqualTo(PriorState.FETCH);
        assertThat(taken.reason().text()).startsWith("wanted by hand, " + prior.reason().text());
        engine.submit(new Pause(false, null));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> prior(appointment.id(), prior.studyUid()).state() == PriorState.PRESENT);
    }

    @Test
    void whatWaitsIsPutFirstAndMoved() throws Exception {
        List<TransferView> before = waiting();
        TransferView last = before.getLast();
        String appointment = String.valueOf(last.appointmentId());
        List<Long> ofAppointment = before.stream()
                .filter(one -> appointment.equals(one.appointmentId()))
                .map(TransferView::id)
                .toList();

        assertThat(engine.submit(new PutFirst(appointment))).isEqualTo(ofAppointment.size());
        assertThat(waiting()).extracting(TransferView::id).startsWith(ofAppointment.toArray(Long[]::new));

        TransferView first = waiting().getFirst();
        engine.submit(new MoveTransfer(first.id(), Move.LAST, null));
        assertThat(waiting().getLast().id()).isEqualTo(first.id());
        engine.submit(new MoveTransfer(first.id(), Move.BEFORE, waiting().get(1).id()));
        assertThat(waiting().get(1).id()).isEqualTo(first.id());
    }

    @Test
    void fetchesWhatIsMissingNowAndPinsTheAppointment() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isFetched);
        long missing = appointment.priors().stream().filter(ByHandInHospitalTest::isFetched).count();

        assertThat(engine.submit(new FetchNow(appointment.id()))).isEqualTo((int) missing);
        assertThat(waiting().getFirst().appointmentId()).isNotNull();
        assertThat(engine.submit(new Pin(appointment.id(), true))).isTrue();
        assertThat(appointment(appointment.id()).pinned()).isTrue();
    }

    @Test
    void whatCannotBeDoneIsRefusedInWords() {
        AppointmentView held = appointmentWith(prior -> prior.state() == PriorState.HOLD);
        PriorView doubtful = first(held, prior -> prior.state() == PriorState.HOLD);

        assertRefused(new SkipPrior(held.id(), doubtful.studyUid(), null), "Needs review");
        assertRefused(new TakePrior(held.id(), doubtful.studyUid(), doubtful.source()), "Needs review");
        assertRefused(new SkipPrior("nobody", doubtful.studyUid(), null), "no longer followed");
        assertRefused(new SkipPrior(held.id(), "1.2.3", null), "no longer among the candidates");
        assertRefused(new Pin("nobody", true), "no longer followed");
        assertRefused(new PutFirst("nobody"), "no longer followed");
        assertRefused(new MoveTransfer(4711, Move.FIRST, null), "does not wait any more");
    }

    private void assertRefused(EngineCommand<?> command, String why) {
        assertThatThrownBy(() -> engine.submit(command)).isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(why);
    }

    private List<PriorFeedback> feedback(AppointmentView appointment) {
        return parts.repositories().feedback().of(appointment.id());
    }

    @Test
    void whatAPersonSkipsIsKeptBesideWhatTheRulesSaidAndForgottenWhenTakenBack() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isFetched);
        PriorView prior = first(appointment, ByHandInHospitalTest::isFetched);

        engine.submit(new SkipPrior(appointment.id(), prior.studyUid(), "Mrs. Example said so"));

        assertThat(feedback(appointment)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.SKIPPED);
            assertThat(row.who()).isEqualTo("tester");
            assertThat(row.studyInstanceUid()).isEqualTo(prior.studyUid());
            assertThat(row.taken()).isTrue();
            assertThat(row.reason()).isEqualTo(prior.reason());
            assertThat(row.shown().modalities()).isEqualTo(prior.modalities());
            assertThat(row.toString()).doesNotContain(appointment.patient().patientName(), "Example said");
        });
        engine.submit(new TakePrior(appointment.id(), prior.studyUid(), prior.source()));
        assertThat(feedback(appointment)).isEmpty();
    }

    @Test
    void whatAPersonFetchesAgainstTheRulesIsKeptAndCountsInATrial() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isLeftAtItsSource);
        PriorView prior = first(appointment, ByHandInHospitalTest::isLeftAtItsSource);

        engine.submit(new TakePrior(appointment.id(), prior.studyUid(), prior.source()));

        assertThat(feedback(appointment)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.FETCHED);
            assertThat(row.taken()).isFalse();
            assertThat(row.reason()).isEqualTo(prior.reason());
        });
        RuleTrial trial = engine.submit(new TryRules(parts.site().relevance(), 60));
        assertThat(trial.recall()).isEqualTo(new RuleTrial.Recall(1, 0, 0, 0, 0, 0));
        assertThat(engine.submit(new ReadSuggestions())).isEqualTo(new SuggestionsReport(1, List.of()));
        engine.submit(new SkipPrior(appointment.id(), prior.studyUid(), null));
        assertThat(feedback(appointment)).isEmpty();
    }

    @Test
    void whatIsOpenedInTheViewerIsKeptWhereItBelongsToTheAppointment() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isFetched);
        PriorView prior = first(appointment, ByHandInHospitalTest::isFetched);

        assertThat(engine.submit(new NoteOpened(appointment.id(), prior.studyUid()))).isTrue();
        assertThat(engine.submit(new NoteOpened(appointment.id(), "1.2.3"))).isFalse();
        assertThat(engine.submit(new NoteOpened("nobody", prior.studyUid()))).isFalse();

        assertThat(feedback(appointment)).extracting(PriorFeedback::kind, PriorFeedback::taken)
                .containsExactly(tuple(Kind.OPENED, true));
    }

    @Test
    void aTransferThatIsStoppedIsASkipUntilItIsWantedAgain() throws Exception {
        TransferView transfer = waiting().getFirst();
        AppointmentView appointment = appointment(String.valueOf(transfer.appointmentId()));

        engine.submit(new CancelTransfer(transfer.id()));
        assertThat(feedback(appointment)).extracting(PriorFeedback::kind, PriorFeedback::studyInstanceUid)
                .containsExactly(tuple(Kind.SKIPPED, transfer.studyUid()));

        engine.submit(new RetryTransfer(transfer.id()));
        assertThat(feedback(appointment)).isEmpty();
    }

    @Test
    void whatIsFetchedByHandForAnAppointmentIsKeptAndAStudyOfNobodysIsNot() throws Exception {
        AppointmentView appointment = appointmentWith(ByHandInHospitalTest::isLeftAtItsSource);
        PriorView prior = first(appointment, ByHandInHospitalTest::isLeftAtItsSource);

        engine.submit(new FetchStudy(prior.studyUid(), prior.source(), "no such appointment"));
        assertThat(feedback(appointment)).isEmpty();
        engine.submit(new FetchStudy(prior.studyUid(), prior.source(), appointment.id()));

        assertThat(feedback(appointment)).extracting(PriorFeedback::kind, PriorFeedback::taken)
                .containsExactly(tuple(Kind.FETCHED, false));
    }

    @Test
    void dismissedSuggestionsAreRememberedWithWhoDidIt() throws Exception {
        assertThat(engine.submit(new DismissSuggestion("PAIR CT", true, null))).isTrue();
        assertThat(parts.repositories().feedback().dismissed()).containsExactly("PAIR CT");
        assertThat(engine.submit(new DismissSuggestion("PAIR CT", false, null))).isFalse();
        assertThat(parts.repositories().feedback().dismissed()).isEmpty();
    }
}
