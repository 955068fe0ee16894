package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;

/** The computer's own clock. */
public final class SystemClock implements Clock {

    @Override
    public Instant now() {
        return Instant.now();
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
