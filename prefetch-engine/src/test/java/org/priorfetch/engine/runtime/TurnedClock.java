package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;

/** The computer's clock, put forward by hand. Pauses take as long as they take. */
final class TurnedClock implements Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void turnOn(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @Override
    public boolean pause(Duration duration, Cancellation cancellation) {
        return !cancellation.await(duration);
    }
}
