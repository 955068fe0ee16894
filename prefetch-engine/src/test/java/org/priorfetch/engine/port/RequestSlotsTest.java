package org.priorfetch.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestSlotsTest {

    private final RequestSlots slots = new RequestSlots(2);

    @Test
    void moreAreThereAtOnce() {
        assertThat(slots.tryAcquire(2)).isTrue();
        assertThat(slots.tryAcquire()).isFalse();
        slots.change(3);
        assertThat(slots.tryAcquire()).isTrue();
        assertThat(slots.tryAcquire()).isFalse();
    }

    @Test
    void waitsNoLongerThanItIsWanted() throws InterruptedException {
        assertThat(slots.take(() -> true)).as("there is one").isTrue();
        assertThat(slots.take(() -> false, Duration.ZERO)).isTrue();

        assertThat(slots.take(() -> true)).isFalse();
        assertThat(slots.take(() -> false, Duration.ofMillis(20))).isFalse();
        slots.release();
        assertThat(slots.take(() -> false)).isTrue();
    }

    @Test
    void whatIsTooMuchEndsWithItsWork() {
        assertThat(slots.tryAcquire(2)).isTrue();
        slots.change(1);
        slots.release();
        assertThat(slots.tryAcquire()).isFalse();
        slots.release();
        assertThat(slots.tryAcquire()).isTrue();
        assertThat(slots.tryAcquire()).isFalse();
    }
}
