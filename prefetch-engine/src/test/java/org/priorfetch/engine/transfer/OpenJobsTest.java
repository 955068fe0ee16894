package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.plan.DueOrder;
import org.priorfetch.engine.port.Cancellation;

/** Which of the open jobs begin while the lanes have enough to do. */
class OpenJobsTest {

    private static final Instant NOW = TestJobs.DUE.minusSeconds(3600);

    private final HandOrder order = new HandOrder(DueOrder.FIRST_DUE_FIRST);

    private OpenJobs open(int associations, boolean runningOut) {
        SourceBudget budget = new SourceBudget(associations, null, null, null);
        return new OpenJobs(order, new SourceGates(Map.of(TestJobs.SOURCE, budget), ZoneOffset.UTC),
                source -> runningOut);
    }

    private static TransferJob job(int number, int minutesLater) {
        return TestJobs.of("2.25." + number)
                .dueAt(TestJobs.DUE.plusSeconds(60L * minutesLater), Urgency.ROUTINE)
                .withId(number);
    }

    /** The jobs that begin, in their order. */
    private static List<Long> begun(OpenJobs open) {
        return Stream.generate(() -> open.beginNext(NOW, OpenJobsTest::beginning))
                .takeWhile(Optional::isPresent)
                .map(begun -> begun.orElseThrow().job().id())
                .toList();
    }

    private static RunningTransfer beginning(TransferJob job, Turn turn) {
        return new RunningTransfer(job, new JobProgress(() -> {}), NOW, new Cancellation(), turn);
    }

    @ParameterizedTest
    @CsvSource({"999,true", "1000,false"})
    void whatIsUnderWayCountsOfADay(int carried, boolean begins) {
        for (String peer : List.of(TestJobs.SOURCE, StudyRef.PACS)) {
            SourceBudget budget = new SourceBudget(4, null, null, 1000L);
            OpenJobs open = new OpenJobs(order, new SourceGates(Map.of(peer, budget), ZoneOffset.UTC), _ -> true);
            open.put(job(1, 0));
            open.beginNext(NOW, OpenJobsTest::beginning).orElseThrow().progress().bytesSent(carried);
            open.put(job(2, 0));
            assertThat(open.beginNext(NOW, OpenJobsTest::beginning).isPresent()).as(peer).isEqualTo(begins);
            assertThat(open.inOrder(NOW).getLast().state())
                    .isEqualTo(begins ? TransferState.RUNNING : TransferState.WAITING);
        }
    }

    @Test
    void oneIsUnderWayAndTheNextIsPrepared() {
        OpenJobs open = open(4, false);
        IntStream.rangeClosed(1, 6).forEach(number -> open.put(job(number, number)));
        assertThat(begun(open)).containsExactly(1L, 2L);
    }

    @Test
    void whatIsWantedAtTheSameTimeIsPreparedTogether() {
        OpenJobs open = open(4, false);
        IntStream.rangeClosed(1, 3).forEach(number -> open.put(job(number, 0)));
        IntStream.rangeClosed(4, 6).forEach(number -> open.put(job(number, number)));
        assertThat(begun(open)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void noMoreArePreparedThanTheSourceBearsAssociations() {
        OpenJobs open = open(4, false);
        IntStream.rangeClosed(1, 6).forEach(number -> open.put(job(number, 0)));
        assertThat(begun(open)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatAPersonHasPutLastIsNotPreparedWithTheOthers() {
        OpenJobs open = open(4, false);
        IntStream.rangeClosed(1, 3).forEach(number -> open.put(job(number, 0)));
        order.putLast(job(3, 0));
        assertThat(begun(open)).containsExactly(1L, 2L);
    }

    @Test
    void furtherOnesArePreparedBeforeTheLanesRunOutOfWork() {
        OpenJobs open = open(4, true);
        IntStream.rangeClosed(1, 6).forEach(number -> open.put(job(number, number)));
        assertThat(begun(open)).containsExactly(1L, 2L, 3L, 4L);
    }
}
