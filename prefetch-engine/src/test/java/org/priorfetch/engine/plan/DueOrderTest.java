package org.priorfetch.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

class DueOrderTest {

    @RepeatedTest(20)
    void statComesFirstThenTheEarliestDueThenTheMoreUrgentThenTheHigherRanked(RepetitionInfo repetition) {
        List<TransferJob> jobs = new ArrayList<>(List.of(job(7, Urgency.STAT, 50), job(6, Urgency.STAT, 90),
                job(9, Urgency.ROUTINE, 10), job(8, Urgency.HIGH, 20), job(1, Urgency.ROUTINE, 20),
                job(2, Urgency.ROUTINE, 20), job(3, Urgency.LOW, 20)));
        Collections.shuffle(jobs, new Random(repetition.getCurrentRepetition()));

        jobs.sort(DueOrder.FIRST_DUE_FIRST);

        assertThat(jobs).extracting(TransferJob::id).containsExactly(7L, 6L, 9L, 8L, 1L, 2L, 3L);
    }

    @Test
    void whatLiesOnASlowStoreIsAskedForTwoHoursEarlier() {
        TransferJob slow = slow(job(3, Urgency.ROUTINE, 7_200 + 30));
        TransferJob slowAndLate = slow(job(4, Urgency.ROUTINE, 7_200 + 60));
        List<TransferJob> jobs = new ArrayList<>(List.of(slowAndLate, slow, job(2, Urgency.ROUTINE, 50),
                job(1, Urgency.STAT, 9_999)));
        jobs.sort(DueOrder.FIRST_DUE_FIRST);
        assertThat(jobs).extracting(TransferJob::id).containsExactly(1L, 3L, 2L, 4L);
    }

    @Test
    void howMuchEarlierIsASettingOfTheSource() {
        TransferJob slow = slow(job(3, Urgency.ROUTINE, 3_600 + 30));
        SourceBudget budget = new SourceBudget(4, null, null, null,
                new SlowStore(Duration.ofMinutes(30), Duration.ofHours(1)));
        assertThat(DueOrder.of(Map.of(slow.ref().source(), budget)).compare(slow, job(2, Urgency.ROUTINE, 50)))
                .isNegative();
        assertThat(DueOrder.of(Map.of(slow.ref().source(), budget)).compare(slow, job(2, Urgency.ROUTINE, 10)))
                .isPositive();
        assertThat(DueOrder.of(Map.of("another", budget)).compare(slow, job(2, Urgency.ROUTINE, 10))).isNegative();
    }

    private static TransferJob slow(TransferJob job) {
        return new TransferJob(job.id(), job.appointmentId(), job.patient(),
                job.candidate().available(Availability.NEARLINE), job.urgency(), job.due(), job.state(), job.attempts(),
                job.notBefore(), job.expected(), job.delivered(), job.bytes(), job.reason(), job.updated());
    }

    private static TransferJob job(long id, Urgency urgency, long due) {
        return new TransferJob(id, "ACC", null, study("1").found(), urgency, Instant.ofEpochSecond(due),
                TransferState.QUEUED, 0, Instant.EPOCH, -1, 0, 0, null, Instant.EPOCH);
    }
}
