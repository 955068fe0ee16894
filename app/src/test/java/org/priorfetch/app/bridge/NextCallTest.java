package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.TestTimer;

class NextCallTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestTimer timer = new TestTimer();
    private final NextCall next = new NextCall(timer);
    private final AtomicInteger done = new AtomicInteger();

    private void again() {
        done.incrementAndGet();
        next.after(SOON, this::again);
    }

    @Test
    void oneAfterTheOther() {
        again();
        timer.fire();
        timer.fire();
        assertThat(done).hasValue(3);
        assertThat(timer.waiting()).containsExactly(SOON);
    }

    @Test
    void nothingWaitsOnceItIsClosed() {
        again();
        next.close();
        assertThat(timer.waiting()).isEmpty();
    }

    @Test
    void nothingIsPlannedByWhatWasBeingDoneMeanwhile() {
        next.close();
        again();
        assertThat(timer.waiting()).isEmpty();
    }
}
