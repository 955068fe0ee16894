package org.priorfetch.app.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Snapshots.forAppointment;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

class TransfersModelTest {

    private final Workbench bench = new Workbench();
    private final TransfersModel model = new TransfersModel(bench.workplace());

    @Test
    void tellsHowARunningTransferGoes() {
        show(forAppointment(transfer(1, "CT Thorax", TransferState.RUNNING, 244, 400), "A",
                Reason.of("scripted.oneByOne"), null));

        TransferLine line = line(0);
        assertThat(line.state()).isEqualTo("Fetching");
        assertThat(line.patient()).isEqualTo("Müller, Karl");
        assertThat(line.progress()).isEqualTo(0.61);
        assertThat(line.percent()).isEqualTo("61 %");
        assertThat(line.size()).isEqualTo("128 MB");
        assertThat(line.rate()).isEqualTo("12.4 MB/s");
        assertThat(line.remaining()).isEqualTo("2 min");
        assertThat(line.note()).isEqualTo("slow: the archive sends one image at a time, 40 ms each");
    }

    @Test
    void progressGoesOnInTheSameRow() {
        show(transfer(1, "CT Thorax", TransferState.RUNNING, 100, 400));
        Row<TransferView, TransferLine> row = model.transfers().getFirst();

        show(transfer(1, "CT Thorax", TransferState.RUNNING, 200, 400));

        assertThat(model.transfers().getFirst()).isSameAs(row);
        assertThat(row.line().percent()).isEqualTo("50 %");
    }

    @Test
    void thatThereAreNoneIsNotSaidBeforeTheEngineHasSpoken() {
        assertThat(model.noticeProperty().get().mark()).isEqualTo(Mark.WAITING);

        show();
        assertThat(model.noticeProperty().get().mark()).isEqualTo(Mark.NONE);

        model.engineGone(Message.of("channel.gone"));
        assertThat(model.noticeProperty().get().mark()).isEqualTo(Mark.UNREACHABLE);
    }

    @Test
    void whenTheEngineHasEndedOnlyWhatHadEndedIsKnownUntilItSpeaks() {
        TransferView[] transfers = {transfer(1, "CT Thorax", TransferState.RUNNING, 244, 400),
                transfer(2, "CT Abdomen", TransferState.COMPLETE, 400, 400)};
        show(transfers);

        model.engineGone(Message.of("channel.gone"));

        assertThat(line(0).mark()).isEqualTo(Mark.UNREACHABLE);
        assertThat(line(0).state()).isEqualTo("Not known");
        assertThat(line(0).rate() + line(0).remaining() + line(0).percent()).isEmpty();
        assertThat(line(0).note()).isEqualTo("PriorFetch has stopped. The last that was known: Fetching.");
        assertThat(line(1).state()).isEqualTo("Complete");
        assertThat(model.countsProperty().get()).isEmpty();

        show(transfers);
        assertThat(line(0).state()).isEqualTo("Fetching");
        assertThat(model.countsProperty().get()).containsEntry(TransferSection.RUNNING, 1);
    }

    @Test
    void whatWaitsSaysWhy() {
        show(forAppointment(transfer(1, "MR LWS", TransferState.WAITING, 0, -1), "A", null,
                Reason.of("scripted.hours")));

        assertThat(line(0).note()).isEqualTo("waits for the archive’s hours, from 18:00");
        assertThat(line(0).progress()).isNegative();
    }

    @Test
    void whatIsDoneIsQuiet() {
        show(transfer(1, "CT Thorax", TransferState.COMPLETE, 400, 400),
                transfer(2, "CT Thorax", TransferState.FAILED, 0, 400));

        assertThat(line(0).quiet()).isTrue();
        assertThat(line(0).mark()).isEqualTo(Mark.READY);
        assertThat(line(0).progress()).isNegative();
        assertThat(line(0).note()).isEqualTo("3 min ago · 08:27");
        assertThat(line(1).quiet()).isFalse();
    }

    @Test
    void aBarIsNeverFullBeforeAllIsThere() {
        show(transfer(1, "CT Thorax", TransferState.PARTIAL, 999, 1000));

        assertThat(line(0).percent()).isEqualTo("99 %");
    }

    @Test
    void hidesNames() {
        show(forAppointment(transfer(1, "CT", TransferState.RUNNING, 1, 4), "A", null, null));
        bench.privacy().toggle();
        model.presentAgain();

        assertThat(line(0).patient()).isEqualTo(Privacy.HIDDEN_NAME);
    }

    @Test
    void eachSectionShowsItsPartAndHowManyThereAre() {
        show(transfer(1, "a", TransferState.RUNNING, 1, 4), transfer(2, "b", TransferState.QUEUED, 0, 4),
                transfer(3, "c", TransferState.WAITING, 0, 4), transfer(4, "d", TransferState.FAILED, 0, 4));

        assertThat(shown(TransferSection.LATELY)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(shown(TransferSection.RUNNING)).containsExactly(1L);
        assertThat(shown(TransferSection.WAITING)).containsExactly(2L, 3L);
        assertThat(shown(TransferSection.ENDED)).containsExactly(4L);
        assertThat(model.countsProperty().get()).containsEntry(TransferSection.WAITING, 2);
    }

    @Test
    void theSelectedTransferSaysWhatToDoNextAsItGoesOn() {
        show(transfer(1, "a", TransferState.RUNNING, 1, 4));
        model.select(1);
        assertThat(model.selection().adviceProperty().get()).isEqualTo("It needs nobody.");

        show(forAppointment(transfer(1, "a", TransferState.FAILED, 1, 4), "A", null, Reason.of("scripted.refused")));
        assertThat(model.selection().adviceProperty().get())
                .endsWith("Retry now. If it fails again, check the archive under Sources.");
    }

    private List<Long> shown(TransferSection section) {
        model.sectionProperty().set(section);
        return model.transfers().stream().map(row -> row.value().id()).toList();
    }

    private void show(TransferView... transfers) {
        model.show(Snapshots.of(List.of(appointment("A", "Müller^Karl", ReadinessVerdict.FETCHING)),
                List.of(transfers)));
    }

    private TransferLine line(int index) {
        return model.transfers().get(index).line();
    }
}
