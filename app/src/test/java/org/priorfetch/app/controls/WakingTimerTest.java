package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class WakingTimerTest {

    private static final Duration FIVE = Duration.ofMinutes(5);

    private record Wake(Duration delay, Runnable work) {}

    private final Deque<Wake> wakes = new ArrayDeque<>();
    private long now = Long.MAX_VALUE - Duration.ofMinutes(7).toNanos(); // the clock may turn over
    private int tired;
    private final WakingTimer timer = new WakingTimer(() -> now, (delay, work) -> wakes.add(new Wake(delay, work)));

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void wake() {
        Wake next = wakes.remove();
        next.work().run();
    }

    @Test
    void callsOnceWhenTheTimeIsOver() {
        timer.restart(FIVE, () -> tired++);
        assertThat(wakes.getFirst().delay()).isEqualTo(FIVE.plusMillis(1));
        assertThat(timer.isRunning()).isTrue();

        pass(FIVE);
        wake();

        assertThat(tired).isOne();
        assertThat(timer.isRunning()).isFalse();
        assertThat(wakes).isEmpty();
    }

    @Test
    void waitsForTheRestWhereItWasBegunAnewAndAsksForNoOtherWakingUntilThen() {
        timer.restart(FIVE, () -> tired++);
        for (int move = 0; move < 1000; move++) {
            timer.stop();
            timer.restart(FIVE, () -> tired++);
        }
        pass(Duration.ofMinutes(2));
        timer.restart(FIVE, () -> tired++);
        assertThat(wakes).hasSize(1);

        pass(Duration.ofMinutes(3));
        wake();
        assertThat(tired).isZero();
        assertThat(wakes).singleElement().extracting(Wake::delay).isEqualTo(Duration.ofMinutes(2).plusMillis(1));

        pass(Duration.ofMinutes(2));
        wake();
        assertThat(tired).isOne();
    }

    @Test
    void aShorterTimeWakesItEarlierAndOnlyOnce() {
        timer.restart(FIVE, () -> tired++);
        timer.restart(Duration.ofMinutes(1), () -> tired++);
        assertThat(wakes).hasSize(2);

        pass(FIVE);
        wake();
        wake();

        assertThat(tired).isOne();
    }

    @Test
    void aTimerThatWasStoppedCallsNobody() {
        timer.restart(FIVE, () -> tired++);
        timer.stop();
        assertThat(timer.isRunning()).isFalse();

        pass(FIVE);
        wake();

        assertThat(tired).isZero();
        assertThat(wakes).isEmpty();
    }
}
