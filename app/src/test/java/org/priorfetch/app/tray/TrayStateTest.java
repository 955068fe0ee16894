package org.priorfetch.app.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Snapshots.pacs;
import static org.priorfetch.app.testing.Snapshots.silent;
import static org.priorfetch.app.testing.Snapshots.source;
import static org.priorfetch.app.testing.Snapshots.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.testing.Appointments;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.tray.TrayState.Kind;
import org.priorfetch.app.tray.TrayState.Silent;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ReadinessVerdict;

class TrayStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "READY | ALL_READY", "NONE_EXIST | ALL_READY", "READY NONE_EXIST READY | ALL_READY",
            "FETCHING | WORKING", "READY FETCHING | WORKING", "NONE_EXIST FETCHING | WORKING",
            "HELD | NEEDS_ATTENTION", "READY HELD | NEEDS_ATTENTION", "FETCHING HELD | NEEDS_ATTENTION",
            "FAILED | NEEDS_ATTENTION", "PARTIAL | NEEDS_ATTENTION", "FETCHING PARTIAL | NEEDS_ATTENTION",
            "UNREACHABLE | NO_CONNECTION", "READY UNREACHABLE | NO_CONNECTION",
            "FETCHING UNREACHABLE | NO_CONNECTION", "HELD UNREACHABLE | NEEDS_ATTENTION"})
    void followsTheVerdicts(String verdicts, Kind kind) {
        assertThat(TrayState.of(day(verdicts)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(ReadinessVerdict.class)
    void aSilentWorklistMakesEverythingDoubtful(ReadinessVerdict verdict) {
        assertThat(state(day(verdict.name()), silent(worklist(), 20), pacs(), source("a")).kind())
                .isEqualTo(Kind.NO_CONNECTION);
        assertThat(state(day(verdict.name()), worklist().silent(), pacs(), source("a")).kind())
                .isEqualTo(Kind.NO_CONNECTION);
    }

    @ParameterizedTest
    @EnumSource(ReadinessVerdict.class)
    void soDoesAPacsThatDoesNotAnswer(ReadinessVerdict verdict) {
        assertThat(state(day(verdict.name()), worklist(), silent(pacs(), 3), source("a")).kind())
                .isEqualTo(Kind.NO_CONNECTION);
    }

    @ParameterizedTest
    @CsvSource({"READY, NO_CONNECTION", "NONE_EXIST, NO_CONNECTION", "FETCHING, NO_CONNECTION",
            "HELD, NEEDS_ATTENTION"})
    void aSourceThatDoesNotAnswerIsNeverAllReady(String verdict, Kind kind) {
        assertThat(state(day(verdict), worklist(), pacs(), silent(source("a"), 3)).kind()).isEqualTo(kind);
    }

    @Test
    void nothingIsReadyBeforeEverybodyWasAsked() {
        PeerStatus newWorklist = PeerStatus.unknown(PeerKind.WORKLIST, "ris");
        PeerStatus newPacs = PeerStatus.unknown(PeerKind.PACS, "pacs");

        assertThat(state(day(""), newWorklist, pacs(), source("a")).kind()).isEqualTo(Kind.WORKING);
        assertThat(state(day("READY"), newWorklist, pacs(), source("a")).kind()).isEqualTo(Kind.WORKING);
        assertThat(state(day("READY"), worklist(), newPacs, source("a")).kind()).isEqualTo(Kind.WORKING);
    }

    @Test
    void aDayWithoutAppointmentsIsReady() {
        PeerStatus newPacs = PeerStatus.unknown(PeerKind.PACS, "pacs");

        assertThat(state(day(""), worklist(), newPacs, source("a")).kind()).isEqualTo(Kind.ALL_READY);
    }

    @Test
    void withoutAnyWorklistNothingIsFollowed() {
        EngineSnapshot none = new EngineSnapshot(1, TestClock.START, false, false, List.of(), List.of(), List.of(),
                List.of(), pacs());

        assertThat(TrayState.of(none).kind()).isEqualTo(Kind.NO_CONNECTION);
    }

    @Test
    void countsWhatWaitsForAPerson() {
        TrayState state = TrayState.of(day("HELD HELD FAILED PARTIAL FETCHING READY NONE_EXIST"));

        assertThat(state.attention()).isEqualTo(4);
        assertThat(state.count(ReadinessVerdict.HELD)).isEqualTo(2);
        assertThat(state.ready()).isEqualTo(2);
        assertThat(state.appointments()).isEqualTo(7);
    }

    @Test
    void countsWhatWaitsByHandToo() {
        EngineSnapshot day = day("HELD READY");

        assertThat(TrayState.of(Snapshots.needing(day, 3)).attention()).isEqualTo(3);
        assertThat(TrayState.of(Snapshots.needing(day, 3)).waitingBeside()).isEqualTo(2);
        assertThat(TrayState.of(Snapshots.needing(day, 0)).attention()).isEqualTo(1);
        assertThat(TrayState.of(Snapshots.needing(day("READY"), 1)).kind()).isEqualTo(Kind.NEEDS_ATTENTION);
    }

    @ParameterizedTest
    @CsvSource({"DISK_LOW, NEEDS_ATTENTION", "PACS_DOWN, NEEDS_ATTENTION", "JOBS_FAILING, ALL_READY",
            "MESSAGES_REFUSED, ALL_READY", "SETTINGS_WRONG, ALL_READY", "CERTIFICATE_EXPIRING, ALL_READY"})
    void whatKeepsEverythingFromBeingDeliveredAsksForAttention(AlertKind alert, Kind kind) {
        assertThat(TrayState.of(Snapshots.needing(day("READY"), 0, Snapshots.alert(alert, "/home"))).kind())
                .isEqualTo(kind);
    }

    @Test
    void namesWhoIsSilentPacsFirst() {
        TrayState state = state(day(""), silent(worklist(), 20), silent(pacs(), 3), silent(source("regional"), 3));

        assertThat(state.silent()).containsExactly(new Silent(PeerKind.PACS, "pacs"),
                new Silent(PeerKind.WORKLIST, "ris"), new Silent(PeerKind.SOURCE, "regional"));
    }

    @Test
    void isTheSameAsLongAsNothingChangesThatIsToBeSeen() {
        EngineSnapshot now = day("READY FETCHING");
        EngineSnapshot later = new EngineSnapshot(now.sequence() + 1, now.at().plusSeconds(60), false, true,
                now.appointments(), List.of(), List.of(source("regional").answered(now.at().plusSeconds(60))),
                now.worklists(), now.pacs());

        assertThat(TrayState.of(later)).isEqualTo(TrayState.of(now));
    }

    @Test
    void knowsOfAPause() {
        Instant until = TestClock.START.plusSeconds(3600);
        EngineSnapshot day = day("FETCHING");
        EngineSnapshot paused = new EngineSnapshot(1, day.at(), true, true, day.appointments(), List.of(),
                day.sources(), day.worklists(), day.pacs(), until, List.of(), 0, true);

        assertThat(TrayState.of(paused).paused()).isTrue();
        assertThat(TrayState.of(paused).pausedUntil()).isEqualTo(until);
    }

    static EngineSnapshot day(String verdicts) {
        List<AppointmentView> appointments = new ArrayList<>();
        Stream.of(verdicts.split(" "))
                .filter(verdict -> !verdict.isEmpty())
                .forEach(verdict -> appointments.add(Appointments.appointment("A" + appointments.size(), "SECRET^GIVEN",
                        ReadinessVerdict.valueOf(verdict))));
        return Snapshots.of(appointments, List.of());
    }

    private static TrayState state(EngineSnapshot day, PeerStatus worklist, PeerStatus pacs, PeerStatus source) {
        return TrayState.of(Snapshots.of(day.appointments(), List.of(), worklist, pacs, List.of(source)));
    }
}
