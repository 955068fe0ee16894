package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateMeterTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final RateMeter meter = new RateMeter();

    @Test
    void nothingIsKnownOfTheFirstMoment() {
        assertThat(meter.bytesPerSecond(1, 5000, START)).isZero();
    }

    @Test
    void countsTheBytesOfTheLastSecondsOnly() {
        meter.bytesPerSecond(1, 0, START);
        meter.bytesPerSecond(1, 90_000, START.plusSeconds(10));
        meter.bytesPerSecond(1, 91_000, START.plusSeconds(11));

        assertThat(meter.bytesPerSecond(1, 92_000, START.plusSeconds(12))).isEqualTo(1000);
    }

    @Test
    void aTransferThatBeganAnewHasNoNegativeRate() {
        meter.bytesPerSecond(1, 10_000, START);

        assertThat(meter.bytesPerSecond(1, 0, START.plusSeconds(1))).isZero();
    }

    @Test
    void forgetsWhatIsOver() {
        meter.bytesPerSecond(1, 10_000, START);
        meter.keepOnly(Set.of(2L));

        assertThat(meter.bytesPerSecond(1, 20_000, START.plusSeconds(1))).isZero();
    }
}
