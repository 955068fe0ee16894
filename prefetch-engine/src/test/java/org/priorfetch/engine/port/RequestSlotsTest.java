package org.priorfetch.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

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
