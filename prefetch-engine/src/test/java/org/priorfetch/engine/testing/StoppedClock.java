package org.priorfetch.engine.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;

/** It is always noon. */
public final class StoppedClock implements Clock {

    @Override
    public Instant now() {
        return Instant.parse("2026-01-01T12:00:00Z");
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public boolean pause(Duration duration, Cancellation cancellation) {
        return true;
    }
}
