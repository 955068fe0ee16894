package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.plan.DueOrder;
import org.priorfetch.engine.transfer.Turn.Standing;

/** Which jobs are wanted at the same time. */
class TurnTest {

    private static TransferJob job(Duration later, Urgency urgency) {
        return TestJobs.of("2.25.1").dueAt(TestJobs.DUE.plus(later), urgency);
    }

    private static Turn turn(TransferJob job, Standing standing) {
        return new Turn(job, DueOrder.FIRST_DUE_FIRST, standing);
    }

    private final Turn first = turn(job(Duration.ZERO, Urgency.ROUTINE), Standing.BY_RULE);

    private boolean isAsPressing(Duration later, Urgency urgency, Standing standing) {
        Turn other = turn(job(later, urgency), standing);
        assertThat(first.isAsPressingAs(other)).isEqualTo(other.isAsPressingAs(first));
        return other.isAsPressingAs(first);
    }

    @Test
    void thePriorsOfAnAppointmentAre() {
        assertThat(isAsPressing(Duration.ZERO, Urgency.ROUTINE, Standing.BY_RULE)).isTrue();
    }

    @Test
    void whatAPersonAsksForOneAfterTheOtherIs() {
        assertThat(isAsPressing(Duration.ofSeconds(10), Urgency.ROUTINE, Standing.BY_RULE)).isTrue();
        assertThat(isAsPressing(Duration.ofSeconds(11), Urgency.ROUTINE, Standing.BY_RULE)).isFalse();
    }

    @Test
    void whatIsMoreUrgentIsNot() {
        assertThat(isAsPressing(Duration.ZERO, Urgency.HIGH, Standing.BY_RULE)).isFalse();
    }

    @Test
    void whatAPersonHasPutElsewhereIsNot() {
        assertThat(isAsPressing(Duration.ZERO, Urgency.ROUTINE, Standing.BY_HAND)).isFalse();
        assertThat(isAsPressing(Duration.ZERO, Urgency.ROUTINE, Standing.FIRST_BY_HAND)).isFalse();
    }

    @Test
    void whatBecomesMoreUrgentIsNoMore() {
        Turn other = turn(job(Duration.ZERO, Urgency.ROUTINE), Standing.BY_RULE);
        other.isNow(job(Duration.ZERO, Urgency.STAT));
        assertThat(first.isAsPressingAs(other)).isFalse();
    }
}
