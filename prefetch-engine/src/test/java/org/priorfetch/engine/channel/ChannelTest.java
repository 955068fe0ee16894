package org.priorfetch.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.api.ProgramCommand;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.ScriptedEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

class ChannelTest {

    private static final EngineSnapshot FIRST = Samples.snapshot(false,
            List.of(Samples.appointment("A1", ReadinessVerdict.FETCHING, Samples.prior("1.2.3.7", PriorState.FETCH))),
            List.of(Samples.transfer(7, TransferState.RUNNING, 12, Reason.of("channel.gone"))), PeerState.OK);

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
                    List.of(), FIRST.pacs(), Samples.NOW.plusSeconds(60));
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
                        List.of(new PeerCheck("ris", List.of(new ProbeStep("tcp", false, 3, detail, detail))))),
                Arguments.of(new RecordCommand.ReadLedger(Instant.EPOCH, Samples.NOW),
                        List.of(new LedgerEntry(Samples.NOW, "1.2", "regional", null, "P1", 3, 4, TransferState.PARTIAL,
                                List.of("AccessionNumber")))),
                Arguments.of(new TransferCommand.Pause(true, null), true),
                Arguments.of(new TransferCommand.Pause(true, Samples.NOW), true),
                Arguments.of(new ProgramCommand.RevealWindow(), true),
                Arguments.of(new TransferCommand.CancelTransfer(7), false),
                Arguments.of(new TransferCommand.RetryTransfer(7), true),
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
            engine.show(new EngineSnapshot(18, Samples.NOW, false, true, List.of(), List.of(), List.of(), List.of(),
                    FIRST.pacs(), null));
            await().until(() -> seen.equals(List.of(17L, 18L)));
            subscription.close();
        }
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
