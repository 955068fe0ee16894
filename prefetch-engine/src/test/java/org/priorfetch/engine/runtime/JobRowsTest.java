package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.testing.StudyExample;

class JobRowsTest {

    private final AppointmentPrior prior = RuntimeExamples.prior("A1", "1.2.3", PriorState.FETCH);

    @ParameterizedTest
    @CsvSource({"QUEUED,FETCH", "WAITING,FETCH", "RUNNING,FETCH", "VERIFYING,FETCH", "HELD,HOLD", "COMPLETE,PRESENT",
            "PARTIAL,PARTIAL", "FAILED,FAILED", "CANCELLED,FAILED"})
    void aTransferSaysHowItsPriorStands(TransferState job, PriorState expected) {
        assertThat(JobRows.after(RuntimeExamples.job(1, "1.2.3", job), prior).state()).isEqualTo(expected);
    }

    @Test
    void showsHowManyImagesAreHere() {
        AppointmentPrior after = JobRows.after(RuntimeExamples.job(1, "1.2.3", TransferState.RUNNING), prior);

        assertThat(after.expected()).isEqualTo(10);
        assertThat(after.delivered()).isEqualTo(4);
    }

    @Test
    void aHeldTransferExplainsItselfInPlaceOfTheRelevance() {
        Reason why = Reason.of("identity.otherId");
        AppointmentPrior after = JobRows.after(
                RuntimeExamples.job(1, "1.2.3", TransferState.HELD).with(TransferState.HELD, why, RuntimeExamples.NOW),
                prior);

        assertThat(after.reason()).isEqualTo(why);
    }

    @Test
    void aCompleteTransferKeepsTheRelevanceAsItsReason() {
        AppointmentPrior after = JobRows.after(RuntimeExamples.job(1, "1.2.3", TransferState.COMPLETE), prior);

        assertThat(after.reason()).isEqualTo(RuntimeExamples.RELEVANT);
    }

    /** The row stands for the copy of an archive that has more. */
    @Test
    void aLesserCopyFromAnotherSourceIsNotAllOfIt() {
        AppointmentPrior ofAnother = new AppointmentPrior("A1",
                StudyExample.study("1.2.3").at("uni").counting(50).found(),
                PriorState.FETCH, 50, 0, 1, RuntimeExamples.RELEVANT);
        assertThat(JobRows.after(RuntimeExamples.job(1, "1.2.3", TransferState.COMPLETE), ofAnother).state())
                .isEqualTo(PriorState.FETCH);

        AppointmentPrior asMany = new AppointmentPrior("A1", StudyExample.study("1.2.3").at("uni").counting(10).found(),
                PriorState.FETCH, 10, 0, 1, RuntimeExamples.RELEVANT);
        assertThat(JobRows.after(RuntimeExamples.job(1, "1.2.3", TransferState.COMPLETE), asMany).state())
                .isEqualTo(PriorState.PRESENT);
    }

    @Test
    void whatIsHereIsNotSaidToBePartlyHere() {
        AppointmentPrior onItsWay = prior.with(PriorState.FETCH, 10, 0,
                RuntimeExamples.RELEVANT.and("plan.partlyHere").and("plan.nearline"));

        assertThat(JobRows.after(RuntimeExamples.job(1, "1.2.3", TransferState.COMPLETE), onItsWay).reason())
                .isEqualTo(RuntimeExamples.RELEVANT);
        assertThat(JobRows.after(RuntimeExamples.job(1, "1.2.3", TransferState.RUNNING), onItsWay).reason())
                .isEqualTo(onItsWay.reason());
    }
}
