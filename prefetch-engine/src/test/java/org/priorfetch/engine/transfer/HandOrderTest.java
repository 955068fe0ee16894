package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.TransferJob;

class HandOrderTest {

    private final HandOrder order = new HandOrder(Comparator.comparingLong(TransferJob::id));
    private final List<TransferJob> jobs = LongStream.rangeClosed(1, 5)
            .mapToObj(id -> TestJobs.of("2.25." + id).withId(id))
            .toList();

    private TransferJob job(int id) {
        return jobs.get(id - 1);
    }

    private List<Long> sorted() {
        return order.sorted(jobs).stream().map(TransferJob::id).toList();
    }

    @Test
    void withoutAMoveTheRuleHolds() {
        assertThat(order.sorted(jobs.reversed())).isEqualTo(jobs);
    }

    @Test
    void whoIsPutFirstLastIsFirst() {
        order.putFirst(job(4));
        order.putFirst(job(3));
        assertThat(sorted()).containsExactly(3L, 4L, 1L, 2L, 5L);
    }

    @Test
    void whoIsPutLastIsLast() {
        order.putLast(job(2));
        order.putLast(job(1));
        assertThat(sorted()).containsExactly(3L, 4L, 5L, 2L, 1L);
    }

    @Test
    void aJobGoesDirectlyBeforeAnother() {
        order.putBefore(job(5), job(3));
        order.putBefore(job(1), job(3));
        order.putBefore(job(2), job(5));
        assertThat(sorted()).containsExactly(2L, 5L, 1L, 3L, 4L);
    }

    @Test
    void aJobGoesBeforeOneThatWasPutFirst() {
        order.putFirst(job(4));
        order.putBefore(job(5), job(4));
        assertThat(sorted()).containsExactly(5L, 4L, 1L, 2L, 3L);
        order.putFirst(job(3));
        assertThat(sorted()).containsExactly(3L, 5L, 4L, 1L, 2L);
    }

    @Test
    void whoTookThePlaceOfAnotherKeepsItWhenThatOneMovesOn() {
        order.putBefore(job(5), job(3));
        order.putLast(job(3));
        assertThat(sorted()).containsExactly(1L, 2L, 5L, 4L, 3L);
        order.putBefore(job(3), job(5));
        assertThat(sorted()).containsExactly(1L, 2L, 3L, 5L, 4L);
    }

    @Test
    void onceBegunTheRuleHoldsAgain() {
        order.putFirst(job(4));
        order.forget(4);
        assertThat(sorted()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void beforeItselfIsNoMove() {
        order.putBefore(job(3), job(3));
        assertThat(sorted()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
}
