package org.priorfetch.app.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test turns by hand. It starts at 08:30 in Berlin on 23 November 2026. */
public final class TestClock extends Clock {

    public static final Instant START = Instant.parse("2026-11-23T07:30:00Z");
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private volatile Instant now = START;

    public void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
