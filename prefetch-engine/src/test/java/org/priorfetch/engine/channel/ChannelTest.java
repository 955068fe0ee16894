package org.priorfetch.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.DeliveryFilter;
import org.priorfetch.engine.api.DeliveryPage;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.FoundStudy;
import org.priorfetch.engine.api.HistoryFilter;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.PatientJudgement;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.api.ProgramCommand;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.Report;
import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.ScriptedEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SuggestionsReport;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.ReadinessLine;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.RuleSuggestion;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferState;

class ChannelTest {

    private static final EngineSnapshot FIRST = Samples.snapshot(false,
            List.of(Samples.appointment("A1", ReadinessVerdict.FETCHING, Samples.prior("1.2.3.7", PriorState.FETCH))),
            List.of(Samples.transfer(7, TransferState.RUNNING, 12, Reason.of("channel.gone"))), PeerState.OK);

    private static final Alert ALERT = new Alert(AlertKind.PACS_DOWN, "pacs", Samples.NOW,
            Message.of("alerts.PACS_DOWN.text", "pacs"), Message.of("alerts.PACS_DOWN.advice", "pacs"));
    private static final RuleSuggestion PAIR = new RuleSuggestion("PAIR", RuleSuggestion.Kind.PAIR,
            new RelevancePair("Neck", List.of("MR"), List.of(BodyRegion.SHOULDER), List.of(), List.of(BodyRegion.NECK)),
            null, "", false, Message.of("channel.gone"), Message.of("channel.gone"), 6, 3);
    private static final RuleSuggestion RULE = new RuleSuggestion("OLDER", RuleSuggestion.Kind.OLDER, null,
            new RelevanceRule("Breast", List.of("MG"), List.of(BodyRegion.BREAST), List.of(), 4, Period.ofYears(7)),
            "Mammography", true, Message.of("channel.gone"), Message.of("channel.gone"), 6, 3);
    private static final ArchiveStudy STUDY = new ArchiveStudy("1.2",
            new Patient(PatientKey.of("P1"), "Müller^Jörg=山田", LocalDate.EPOCH, Sex.M), "A1", LocalDate.EPOCH,
            LocalTime.NOON, "CT Thorax", new TreeSet<>(List.of("CT", "SR")), 2, 300);

    @TempDir
    Path home;

    private final ScriptedEngine engine = new ScriptedEngine(FIRST);
    private ChannelServer server;

    @BeforeEach
    void serve() throws IOException {
        server = ChannelServer.open(engine, home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void carriesSnapshotsWhole() {
        try (PrefetchEngine remote = connect()) {
            assertThat(remote.snapshot()).isEqualTo(FIRST);

            EngineSnapshot second = new EngineSnapshot(18, Samples.NOW, true, true, List.of(), List.of(), List.of(),
                    List.of(), FIRST.pacs(), Samples.NOW.plusSeconds(60), List.of(ALERT), 3, true);
            engine.show(second);
            assertThat(remote.snapshot()).isEqualTo(second);
        }
    }

    static Stream<Arguments> commands() {
        Message detail = Message.of("channel.gone", 1, "x");
        return Stream.of(
                Arguments.of(new AppointmentCommand.ExplainPriors("P1", null),
                        new PriorsReport(true, null, "P1", ReadinessVerdict.UNREACHABLE,
                                List.of(Samples.prior("1.2", PriorState.HOLD)), List.of(detail))),
                Arguments.of(new TransferCommand.FetchStudy("1.2", "regional", "A1"), new FetchAnswer(7L, null)),
                Arguments.of(new TransferCommand.FetchStudy("1.2", "regional", null), new FetchAnswer(null, detail)),
                Arguments.of(new SiteCommand.CheckPeers(null),
                        List.of(new PeerCheck("ris", List.of(new ProbeStep("tcp", false, 3, detail, detail, false))))),
                Arguments.of(new SiteCommand.MeasurePeer("regional", MeasureStep.DOWN),
                        new PeerMeasures("regional", PeerKind.SOURCE, true, new PeerMeasures.Ping(1.5, 2, 20), 44.5,
                                new PeerMeasures.Window(16, 1, true), new PeerMeasures.Granted(4, 2, false),
                                new PeerMeasures.Http("HTTP/2", true),
                                new PeerMeasures.Carried(1, 2, 3, 4, 5, true, false), null, List.of(detail))),
                Arguments.of(new RecordCommand.ReadLedger(Instant.EPOCH, Samples.NOW),
                        List.of(new LedgerEntry(Samples.NOW, "1.2", "regional", null, "P1", 3, 4, TransferState.PARTIAL,
                                List.of(new AttributeChange("AccessionNumber", "A7", ""),
                                        AttributeChange.of("PatientID")),
                                Duration.ofSeconds(9)))),
                Arguments.of(new RecordCommand.ReadDeliveries(new DeliveryFilter(LocalDate.EPOCH, null, "regional",
                        "P1", ""), 0, 500, null), new DeliveryPage(List.of(), 0)),
                Arguments.of(new RecordCommand.ReadDeliveredUids("1.2", new AdminKey("0123456789", Samples.NOW)),
                        List.of(new DeliveredInstance("regional", new InstanceRef("1.2.1", "1.2.840", "1.2.3"), 512))),
                Arguments.of(new RecordCommand.ReadReport(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(399)),
                        new Report(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(399),
                                List.of(new ExchangeLine(LocalDate.EPOCH, "regional", TransferState.COMPLETE, 1, 2, 3,
                                        Duration.ofMillis(1500))),
                                List.of(new ReadinessLine(LocalDate.EPOCH, "CT", 9, 5, 2, 1)))),
                Arguments.of(new RecordCommand.ReadRates(Instant.EPOCH),
                        List.of(new SourceHour("regional", Samples.NOW, 1, 2, 3, Duration.ofMillis(1500),
                                Map.of(TimePart.ROUND_TRIPS, Duration.ofMillis(700))))),
                Arguments.of(new RecordCommand.ReadHistory(new HistoryFilter(TransferState.FAILED, null, "a1", null,
                        Samples.NOW), 100, 50),
                        new HistoryPage(List.of(Samples.transfer(7, TransferState.FAILED, 12, null)), 151)),
                Arguments.of(new AppointmentCommand.NoteOpened("A1", "1.2"), true),
                Arguments.of(new RulesCommand.ReadSuggestions(), new SuggestionsReport(12, List.of(PAIR, RULE))),
                Arguments.of(new RulesCommand.DismissSuggestion("PAIR", true, null), true),
                Arguments.of(new RulesCommand.TryRules(PAIR.appliedTo(RelevanceRules.DEFAULT), 30),
                        new RuleTrial(1, new RuleTrial.Volume(1, 2, 3), new RuleTrial.Volume(2, 3, 4), List.of(), 0,
                                new RuleTrial.Recall(43, 38, 41, 12, 7, 5))),
                Arguments.of(new TransferCommand.Pause(true, null), true),
                Arguments.of(new TransferCommand.Pause(true, Samples.NOW), true),
                Arguments.of(new ProgramCommand.RevealWindow(), true),
                Arguments.of(new TransferCommand.FetchStudy("1.2", "regional", null, List.of("1.2.1", "1.2.2")),
                        new FetchAnswer(8L, null)),
                Arguments.of(
                        new ArchiveCommand.SearchArchive("s1", "regional",
                                new ArchiveQuery("Müller", "", LocalDate.EPOCH, "A*", null, LocalDate.EPOCH, "CT", "")),
                        new ArchiveAnswer("regional", List.of(new FoundStudy(STUDY, Presence.PARTLY)), true, detail)),
                Arguments.of(new ArchiveCommand.StopSearch("s1"), true),
                Arguments.of(new ArchiveCommand.ListSeries("regional", "1.2"),
                        List.of(new ArchiveSeries("1.2.1", "1", "CT", "axial", "CHEST", -1))),
                Arguments.of(new ArchiveCommand.JudgePatient("regional", STUDY.patient(), "A1"),
                        new PatientJudgement(PatientJudgement.Outcome.HELD, Reason.of("channel.gone"))),
                Arguments.of(new TransferCommand.CancelTransfer(7), false),
                Arguments.of(new TransferCommand.RetryTransfer(7), true),
                Arguments.of(new TransferCommand.MoveTransfer(7, TransferCommand.Move.BEFORE, 8L), true),
                Arguments.of(new TransferCommand.MoveTransfer(7, TransferCommand.Move.LAST, null), true),
                Arguments.of(new AppointmentCommand.SkipPrior("A1", "1.2", "seen at the last visit"), true),
                Arguments.of(new AppointmentCommand.SkipPrior("A1", "1.2", null), true),
                Arguments.of(new AppointmentCommand.TakePrior("A1", "1.2", "regional"), 7L),
                Arguments.of(new AppointmentCommand.ReadPriorReport("A1", "1.2"),
                        new AppointmentCommand.PriorReportAnswer(new TextReport("A1", new PatientKey("P1", "HOSP"),
                                "No change.\nDr. M\u00fcller", TextReport.Status.FINAL, Samples.NOW))),
                Arguments.of(new AppointmentCommand.ReadReportDocument("A1", "1.2", 1),
                        new AppointmentCommand.ReportDocumentAnswer(ReportDocument.of(new byte[1024 * 1024]))),
                Arguments.of(new AppointmentCommand.ReadReportDocument("A1", "1.2", 2),
                        new AppointmentCommand.ReportDocumentAnswer(null)),
                Arguments.of(new AppointmentCommand.ReadPriorReport("A1", "1.3"),
                        new AppointmentCommand.PriorReportAnswer(null)),
                Arguments.of(new AppointmentCommand.Pin("A1", true), true),
                Arguments.of(new AppointmentCommand.PutFirst("A1"), 3),
                Arguments.of(new AppointmentCommand.FetchNow("A1"), 0),
                Arguments.of(new AppointmentCommand.QueryAgain("A1"), true));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void carriesEveryCommandAndItsAnswer(EngineCommand<?> command, Object answer) throws CommandFailedException {
        engine.answering(_ -> answer);
        try (PrefetchEngine remote = connect()) {
            Object received = remote.submit(command);

            assertThat(received).isEqualTo(answer);
            assertThat(engine.commands).containsExactly(command);
        }
    }

    @Test
    void carriesTheReasonOfARefusal() {
        engine.answering(_ -> {
            throw new CommandFailedException(Message.of("channel.notUnderstood", "a", "b"));
        });
        try (PrefetchEngine remote = connect()) {
            assertThatThrownBy(() -> remote.submit(new TransferCommand.Pause(true, null)))
                    .isInstanceOfSatisfying(CommandFailedException.class, failed -> assertThat(failed.explanation())
                            .isEqualTo(Message.of("channel.notUnderstood", "a", "b")));
        }
    }

    @Test
    void keepsServingAfterADefectOfTheEngine() {
        engine.answering(_ -> {
            throw new IllegalStateException("defect");
        });
        try (PrefetchEngine remote = connect()) {
            assertThatThrownBy(() -> remote.submit(new TransferCommand.Pause(true, null)))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("defect");
            assertThat(remote.snapshot()).isEqualTo(FIRST);
        }
    }

    @Test
    void handsNewSnapshotsToSubscribersUntilTheyLeave() {
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (PrefetchEngine remote = connect()) {
            PrefetchEngine.Subscription subscription = remote.subscribe(snapshot -> seen.add(snapshot.sequence()));
            await().until(() -> seen.equals(List.of(17L)));
            engine.show(numbered(18));
            await().until(() -> seen.equals(List.of(17L, 18L)));
            subscription.close();
        }
    }

    @Test
    void asksNothingWhileItListens() {
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (PrefetchEngine remote = connect();
                PrefetchEngine.Subscription _ = remote
                        .subscribe(snapshot -> seen.add(snapshot.sequence()))) {
            await().until(() -> seen.equals(List.of(17L)));
            int asked = engine.snapshotsTaken();

            for (long next = 18; next < 21; next++) {
                engine.show(numbered(next));
                long heard = next;
                await().until(() -> seen.getLast() == heard);
            }

            assertThat(engine.snapshotsTaken()).isEqualTo(asked);
        }
    }

    @Test
    void theEngineForgetsWhoHasHungUp() {
        try (PrefetchEngine remote = connect()) {
            List<Long> seen = new CopyOnWriteArrayList<>();
            PrefetchEngine.Subscription subscription = remote.subscribe(snapshot -> seen.add(snapshot.sequence()));
            await().until(() -> !seen.isEmpty());
            subscription.close();
        }
        AtomicLong next = new AtomicLong(18);
        await().until(() -> {
            engine.show(numbered(next.getAndIncrement()));
            return engine.calls.contains("unsubscribe");
        });
    }

    @Test
    void tellsAtOnceThatTheEngineHasEndedAndThenOfTheNextOne() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (PrefetchEngine remote = connect();
                PrefetchEngine.Subscription _ = remote.subscribe(snapshot -> seen.add("heard " + snapshot.sequence()),
                        () -> seen.add("gone"))) {
            await().until(() -> seen.equals(List.of("heard 17")));

            server.close();
            await().until(() -> seen.equals(List.of("heard 17", "gone")));

            server = ChannelServer.open(new ScriptedEngine(numbered(3)), home);
            await().until(() -> seen.equals(List.of("heard 17", "gone", "heard 3")));
        }
    }

    private static EngineSnapshot numbered(long sequence) {
        return new EngineSnapshot(sequence, Samples.NOW, false, true, List.of(), List.of(), List.of(), List.of(),
                FIRST.pacs());
    }

    @Test
    void goesOnWithTheNextEngineOnTheFolder() throws IOException {
        List<EngineSnapshot> seen = new CopyOnWriteArrayList<>();
        try (PrefetchEngine remote = connect()) {
            remote.subscribe(seen::add);
            await().until(() -> seen.equals(List.of(FIRST)));

            server.close();
            assertThatThrownBy(remote::snapshot).isInstanceOf(EngineGoneException.class);
            EngineSnapshot next = Samples.snapshot(false);
            server = ChannelServer.open(new ScriptedEngine(next), home);

            await().until(() -> seen.getLast().equals(next));
            assertThat(remote.snapshot()).isEqualTo(next);
        }
    }

    @Test
    void neitherStartsNorClosesTheEngineItself() {
        try (PrefetchEngine remote = connect()) {
            remote.start();
        }
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void saysThatTheEngineIsGone() {
        try (PrefetchEngine remote = connect()) {
            server.close();
            assertThatThrownBy(remote::snapshot).isInstanceOf(EngineGoneException.class);
            assertThatThrownBy(() -> remote.submit(new TransferCommand.Pause(true, null)))
                    .isInstanceOf(EngineGoneException.class);
        }
    }

    @Test
    void leavesNoAddressBehind() {
        assertThat(home.resolve("engine.json")).exists();
        server.close();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void leavesTheAddressOfANewerEngineAlone() throws IOException {
        try (ChannelServer _ = ChannelServer.open(engine, home)) {
            server.close();
            assertThat(ChannelClient.connect(home)).isPresent();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsTheAddressToItsOwner() throws IOException {
        assertThat(Files.getPosixFilePermissions(home.resolve("engine.json")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void findsNoEngineWhereNoneRuns() throws IOException {
        Path file = home.resolve("engine.json");
        String stale = Files.readString(file);
        server.close();
        assertThat(ChannelClient.connect(home)).as("no file").isEmpty();
        Files.writeString(file, stale);
        assertThat(ChannelClient.connect(home)).as("stale file").isEmpty();
        Files.writeString(file, "{\"port\":");
        assertThat(ChannelClient.connect(home)).as("broken file").isEmpty();
        Files.writeString(file, "{\"port\":1,\"pid\":2}");
        assertThat(ChannelClient.connect(home)).as("no token").isEmpty();
        Files.writeString(file, "{\"port\":70000,\"token\":\"a\",\"pid\":2}");
        assertThat(ChannelClient.connect(home)).as("impossible port").isEmpty();
    }

    private PrefetchEngine connect() {
        return ChannelClient.connect(home).orElseThrow();
    }
}
