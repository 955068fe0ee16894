package org.priorfetch.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.ScriptedEngine;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

@Timeout(30)
class RunAndDemoCommandTest {

    private static final AppointmentView READY = Samples.appointment("A1", ReadinessVerdict.READY,
            Samples.prior("1.2.3.1", PriorState.PRESENT));
    private static final AppointmentView FETCHING = Samples.appointment("A1", ReadinessVerdict.FETCHING,
            Samples.prior("1.2.3.1", PriorState.FETCH));

    @TempDir
    Path folder;

    private ScriptedHost host;

    @BeforeEach
    void home() throws IOException {
        host = new ScriptedHost(folder);
    }

    @Test
    void runsOnePassUntilNothingMoreHappensSoon() {
        ScriptedEngine engine = host.script(
                Samples.snapshot(false, List.of(FETCHING),
                        List.of(Samples.transfer(1, TransferState.RUNNING, 60, null)),
                        PeerState.OK),
                Samples.snapshot(true, List.of(READY), List.of(Samples.transfer(1, TransferState.COMPLETE, 240, null)),
                        PeerState.OK));

        assertThat(host.runAtHome("run", "--once")).isZero();
        assertThat(engine.calls).startsWith("start").endsWith("close");
        assertThat(host.out().lines()).containsExactly("08:30  worklist ris: ok", "08:30  source regional: ok",
                "08:30  appointment A1 CT CT Thorax: fetching 0/1",
                "08:30  transfer 1 regional CT Thorax: running 60/240 30.0 MB",
                "08:30  appointment A1 CT CT Thorax: ready 1/1",
                "08:30  transfer 1 regional CT Thorax: complete 240/240 120.0 MB",
                "TIME   ACCESSION  PATIENT ID  MODALITY  PROCEDURE  PRIORS  STATE  LEFT  WHY",
                "08:40  A1         P-A1        CT        CT Thorax     1/1  ready", "",
                "NAME      KIND      STATE          LAST ANSWER  WHY", "ris       worklist  ok             08:30",
                "regional  source    ok             08:30", "pacs      PACS      not asked yet", "", "all 1 ready");
    }

    @ParameterizedTest
    @EnumSource
    void endsOnePassWithWhatCameOfIt(ReadinessVerdict verdict) {
        host.script(Samples.snapshot(true, READY, Samples.appointment("A2", verdict)));
        assertThat(host.runAtHome("run", "--once")).isEqualTo(verdict.isSettledWell() ? 0 : 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "UNREACHABLE"})
    void isNotContentWithoutItsWorklist(PeerState worklist) {
        host.script(Samples.snapshot(true, List.of(READY), List.of(), worklist));
        assertThat(host.runAtHome("run", "--once")).isEqualTo(3);
        assertThat(host.out()).endsWith("1 known ones ready · worklist ris is not up to date" + System.lineSeparator());
    }

    @Test
    void drawsBarsInPlaceOnAScreen() {
        host.interactive = true;
        host.script(
                Samples.snapshot(false, List.of(FETCHING),
                        List.of(Samples.transfer(1, TransferState.RUNNING, 60, null)),
                        PeerState.OK),
                Samples.snapshot(true, List.of(READY), List.of(), PeerState.OK));

        assertThat(host.runAtHome("run", "--once")).isZero();
        assertThat(host.out())
                .startsWith("\r\u001b[2K0 of 1 ready · 1 fetching\n\r\u001b[2Kregional  CT Thorax         "
                        + "  ▓▓▓▓▓░░░░░░░░░░░░░░░   25 %    12.4 MB/s  1 min\n\u001b[J\u001b[2A\r\u001b[2Kall 1 ready\n\u001b[J");
    }

    @Test
    void boundsTheNumberOfBars() {
        host.interactive = true;
        host.script(Samples.snapshot(true, List.of(), LongStream.range(0, 20)
                .mapToObj(id -> Samples.transfer(id, TransferState.RUNNING, 60, null))
                .toList(), PeerState.OK));

        host.runAtHome("run", "--once");
        assertThat(List.of(host.out().split("\u001b\\[J", 2)[0].split("\n"))).hasSize(10)
                .last()
                .asString()
                .contains("and 12 more");
    }

    @Test
    void opensItsWindowWhereThereIsADisplay() {
        host.display = true;
        ScriptedEngine engine = host.script(Samples.snapshot(true));
        assertThat(host.runAtHome("run")).isZero();
        assertThat(host.calls).contains("window " + folder);
        assertThat(engine.calls).startsWith("start").endsWith("close");
    }

    @Test
    void aWindowOnAFolderThatCannotBeUsedEndsWithTheReason() {
        host.display = true;
        host.staysOpen = true;
        host.inUse = true;
        assertThat(host.runAtHome("run")).isEqualTo(2);
        assertThat(host.err()).contains(folder.toString()).hasLineCount(1);
        assertThat(host.calls).endsWith("seat closed");
    }

    @Test
    void aRehearsalEndsByItself() {
        host.display = true;
        host.staysOpen = true;
        ScriptedEngine engine = host.script(Samples.snapshot(true));
        assertThat(host.runAtHome("run", "--rehearse")).isZero();
        assertThat(engine.calls).startsWith("start").endsWith("close");
    }

    @Test
    void aDefectOfTheEngineEndsTheWindowToo() {
        host.display = true;
        host.staysOpen = true;
        assertThat(host.runAtHome("run")).isEqualTo(1);
        assertThat(host.err()).doesNotContain("the defect");
    }

    @Test
    void showsAnEngineThatRunsAlreadyInItsWindow() {
        host.display = true;
        host.running = true;
        host.script(Samples.snapshot(true));
        assertThat(host.runAtHome("run")).isZero();
        assertThat(host.calls).contains("window " + folder).doesNotContain("compose " + folder);
    }

    @Test
    void aSecondStartLeavesEverythingToTheFirst() {
        host.display = true;
        host.seatTaken = true;

        assertThat(host.runAtHome("run")).isZero();

        assertThat(host.calls).containsExactly("seat " + folder);
        assertThat(host.out()).contains("already").hasLineCount(1);
    }

    @Test
    void givesItsPlaceUpWhenEverythingElseIsClosed() {
        host.display = true;
        ScriptedEngine engine = host.script(Samples.snapshot(true));

        host.runAtHome("run");

        assertThat(engine.calls).endsWith("close");
        assertThat(host.calls).endsWith("seat closed");
    }

    @Test
    void startsInTheTrayWithTheSession() {
        host.display = true;
        host.script(Samples.snapshot(true));

        assertThat(host.runAtHome("run", "--in-tray")).isZero();

        assertThat(host.calls).contains("window " + folder + " in tray");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --headless", "demo --headless"})
    void runsOnTheTerminalUntilItIsAskedToEnd(String line) throws InterruptedException {
        host.display = line.contains("--headless");
        ScriptedEngine engine = host.script(Samples.snapshot(true, READY));
        Thread program = Thread.ofPlatform().start(() -> host.runAtHome(line.split(" ")));

        await().until(() -> host.out().contains("appointment A1"));
        assertThat(program.isAlive()).isTrue();
        program.interrupt();
        program.join();
        assertThat(engine.calls).startsWith("start").endsWith("close");
        assertThat(host.calls).noneMatch(call -> call.startsWith("window"));
    }

    @Test
    void demonstratesOnTheSimulatedHospitalAndEndsWell() {
        host.script(Samples.snapshot(true, Samples.appointment("A1", ReadinessVerdict.HELD)));
        assertThat(host.runAtHome("demo", "--once")).isZero();
        assertThat(host.calls).containsExactly("demo " + folder, "compose " + folder, "demo closed");
        assertThat(host.out()).contains("simulated hospital", "1 needs you");
    }

    @Test
    void withoutADisplayTheDemonstrationEndsWithItsTable() {
        host.script(Samples.snapshot(true, Samples.appointment("A1", ReadinessVerdict.READY)));

        assertThat(host.runAtHome("demo")).isZero();
        assertThat(host.calls).endsWith("demo closed");
        assertThat(host.out()).contains("ACCESSION");
    }

    @Test
    void saysSettledOnlyOfTheWholePass() {
        EngineSnapshot unsettled = Samples.snapshot(false, READY);
        host.script(unsettled, unsettled,
                Samples.snapshot(true, Samples.appointment("A1", ReadinessVerdict.FAILED)));
        assertThat(host.runAtHome("run", "--once")).isEqualTo(3);
    }
}
