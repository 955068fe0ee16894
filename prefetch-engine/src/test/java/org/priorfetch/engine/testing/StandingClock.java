package org.priorfetch.engine.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;

/** Stands until it is turned on. */
public class StandingClock implements Clock {

    private volatile Instant now;

    public StandingClock() {
        this(Instant.parse("2026-03-04T08:30:00Z"));
    }

    public StandingClock(Instant now) {
        this.now = now;
    }

    public void turnOn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public boolean pause(Duration duration, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }
}
