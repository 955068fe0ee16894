package org.priorfetch.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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

    private static TransferJob job(long id, Urgency urgency, long due) {
        return new TransferJob(id, "ACC", null, study("1").found(), urgency, Instant.ofEpochSecond(due),
                TransferState.QUEUED, 0, Instant.EPOCH, -1, 0, 0, null, Instant.EPOCH);
    }
}
