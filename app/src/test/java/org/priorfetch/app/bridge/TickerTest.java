package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.TestTimer;

class TickerTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private final TestTimer timer = new TestTimer();
    private int ticks;
    private final Ticker ticker = new Ticker(TEN, () -> ticks++, timer);

    @Test
    void ticksAgainAndAgainWhileItRuns() {
        ticker.run(true);
        ticker.run(true);
        assertThat(timer.waiting()).containsExactly(TEN);

        timer.fire();
        timer.fire();

        assertThat(ticks).isEqualTo(2);
        assertThat(timer.waiting()).containsExactly(TEN);
    }

    @Test
    void wakesNobodyWhileItDoesNot() {
        assertThat(timer.waiting()).isEmpty();
        ticker.run(true);
        ticker.run(false);
        assertThat(timer.waiting()).isEmpty();

        ticker.run(true);
        ticker.close();
        assertThat(timer.waiting()).isEmpty();
    }
}
