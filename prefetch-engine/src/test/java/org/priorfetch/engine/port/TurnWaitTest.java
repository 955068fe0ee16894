package org.priorfetch.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.TimePart;

class TurnWaitTest {

    private final SpentTime spent = new SpentTime();
    private final AtomicLong keptBack = new AtomicLong(Duration.ofHours(1).toNanos());
    private final Bandwidth limit = new Bandwidth() {

        @Override
        public long spend(int bytes) {
            return 0;
        }

        @Override
        public long keptBackNanos() {
            return keptBack.get();
        }
    };

    @Test
    void isThePeersWhereNobodyIsKeptBack() {
        try (TurnWait _ = TurnWait.begin(spent, TimePart.PACS, limit)) {
            assertThat(spent.nanos(TimePart.PACS)).isPositive();
        }
        assertThat(spent.nanos(TimePart.PACS)).isPositive().isEqualTo(spent.nanos());
    }

    @Test
    void isTheLimitsWhileThatKeepsBackWhoeverIsAhead() {
        try (TurnWait _ = TurnWait.begin(spent, TimePart.PACS, limit)) {
            keptBack.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThat(spent.nanos(TimePart.LIMIT)).isPositive().isLessThan(Duration.ofMinutes(1).toNanos());
            assertThat(spent.nanos(TimePart.PACS)).isZero();
        }
        assertThat(spent.nanos(TimePart.LIMIT)).isPositive().isEqualTo(spent.nanos());
    }

    @Test
    void isDividedWhereItWasBoth() {
        try (TurnWait wait = TurnWait.begin(spent, TimePart.PACS, limit)) {
            while (wait.nanos() < 2) {
                Thread.onSpinWait();
            }
            keptBack.incrementAndGet();
        }
        assertThat(spent.nanos(TimePart.LIMIT)).isOne();
        assertThat(spent.nanos(TimePart.PACS)).isPositive();
    }
}
