package org.priorfetch.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;

class AlertsModelTest {

    private final Workbench bench = new Workbench();
    private final AlertsModel model = new AlertsModel(bench.workplace().texts(), bench.workplace().formats());

    @Test
    void thatNothingNeedsTheAdminIsSaidOnlyWhileTheEngineSaysSo() {
        assertThat(model.noticeProperty().get().mark()).isEqualTo(Mark.WAITING);

        model.show(List.of());
        assertThat(model.noticeProperty().get().mark()).isEqualTo(Mark.READY);

        model.engineGone(Message.of("channel.gone"));
        model.presentAgain();
        assertThat(model.noticeProperty().get().mark()).isEqualTo(Mark.UNREACHABLE);
    }

    @Test
    void alertsOfAnEngineThatHasEndedAreNotShown() {
        model.show(List.of(Snapshots.alert(AlertKind.DISK_LOW, "")));
        assertThat(model.linesProperty().get()).hasSize(1);

        model.engineGone(Message.of("channel.gone"));

        assertThat(model.linesProperty().get()).isEmpty();
    }
}
