package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;

/** A clock that is turned by hand. Nobody waits for it: a pause turns it on and is over at once. */
final class TestClock implements Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Consumer<Duration> onPause = pause -> {};

    void turnOn(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    void set(Instant instant) {
        now.set(instant);
    }

    void onPause(Consumer<Duration> action) {
        onPause = action;
    }

    List<Duration> pauses() {
        return pauses;
    }

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public boolean pause(Duration duration, Cancellation cancellation) {
        pauses.add(duration);
        turnOn(duration);
        onPause.accept(duration);
        return !cancellation.isCancelled();
    }
}
