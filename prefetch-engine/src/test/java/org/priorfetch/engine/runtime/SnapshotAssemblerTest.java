package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.transfer.Pause;

class SnapshotAssemblerTest {

    private final SnapshotAssembler assembler = new SnapshotAssembler();

    @Test
    void anAppointmentNobodyWasAskedForIsNotCalledEmpty() {
        assertThat(verdict(RuntimeExamples.appointment("A1"), List.of())).isEqualTo(ReadinessVerdict.FETCHING);
    }

    @Test
    void aSourceThatDidNotAnswerNeverLooksLikeNoPriors() {
        assertThat(verdict(RuntimeExamples.asked("A1", "regional"), List.of()))
                .isEqualTo(ReadinessVerdict.UNREACHABLE);
    }

    @Test
    void aTransferThatWaitsAfterAFailureIsNoProgress() {
        TransferJob waiting = RuntimeExamples.job(1, "1.2.3", TransferState.WAITING)
                .with(TransferState.WAITING, Reason.of("transfer.rests", "regional"), RuntimeExamples.NOW);

        assertThat(verdict(RuntimeExamples.asked("A1"), fetching(), waiting)).isEqualTo(ReadinessVerdict.UNREACHABLE);
    }

    @Test
    void aTransferThatWaitsForItsHoursIsOnItsWay() {
        TransferJob waiting = RuntimeExamples.job(1, "1.2.3", TransferState.WAITING)
                .with(TransferState.WAITING, Reason.of("transfer.outsideHours", "regional", "18:00"),
                        RuntimeExamples.NOW);

        assertThat(verdict(RuntimeExamples.asked("A1"), fetching(), waiting)).isEqualTo(ReadinessVerdict.FETCHING);
    }

    @Test
    void showsTheProgressOfARunningTransferAtItsPriorAndTheTimeThatIsLeft() {
        EngineSnapshot snapshot = snapshot(RuntimeExamples.asked("A1"), fetching(),
                RuntimeExamples.job(1, "1.2.3", TransferState.RUNNING));

        assertThat(snapshot.appointments().getFirst().priors().getFirst().delivered()).isEqualTo(4);
        assertThat(snapshot.appointments().getFirst().etaSeconds()).isEqualTo(15);
    }

    @Test
    void tellsTheBytesThatAPriorsTransferDelivered() {
        EngineSnapshot without = snapshot(RuntimeExamples.asked("A1"), fetching());
        EngineSnapshot with = snapshot(RuntimeExamples.asked("A2"), fetching(),
                RuntimeExamples.job(1, "1.2.3", TransferState.RUNNING));

        assertThat(without.appointments().getFirst().priors().getFirst().bytes()).isNull();
        assertThat(with.appointments().getFirst().priors().getFirst().bytes())
                .isEqualTo(with.transfers().getFirst().bytes());
    }

    @Test
    void namesWhatTheExaminationShows() {
        assertThat(snapshot(RuntimeExamples.asked("A1"), List.of()).appointments().getFirst().regions())
                .containsExactly(Message.of("prior.region.chest"));
    }

    @Test
    void everySnapshotHasAHigherNumber() {
        long first = snapshot(RuntimeExamples.asked("A1"), List.of()).sequence();

        assertThat(snapshot(RuntimeExamples.asked("A1"), List.of()).sequence()).isGreaterThan(first);
    }

    private static List<AppointmentPrior> fetching() {
        return RuntimeExamples.listOf(RuntimeExamples.prior("A1", "1.2.3", PriorState.FETCH));
    }

    private ReadinessVerdict verdict(Appointment appointment, List<AppointmentPrior> priors, TransferJob... jobs) {
        return snapshot(appointment, priors, jobs).appointments().getFirst().verdict();
    }

    /** Ten seconds after its transfers began. */
    private EngineSnapshot snapshot(Appointment appointment, List<AppointmentPrior> priors, TransferJob... jobs) {
        return assembler.assemble(new SnapshotAssembler.Parts(RuntimeExamples.NOW.plusSeconds(10), Pause.NONE, true,
                List.of(new BookEntry(appointment, priors)), List.of(jobs),
                Map.of(1L, new SnapshotAssembler.UnderWay(RuntimeExamples.NOW, null)), List.of(),
                List.of(), 0));
    }
}
