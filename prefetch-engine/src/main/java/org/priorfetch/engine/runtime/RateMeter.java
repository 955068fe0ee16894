package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Bytes per second over the last seconds, per transfer. Used by one thread. */
final class RateMeter {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private record Sample(Instant at, long bytes) {}

    private final Map<Long, Deque<Sample>> samples = new HashMap<>();

    long bytesPerSecond(long id, long bytes, Instant now) {
        Deque<Sample> history = samples.computeIfAbsent(id, key -> new ArrayDeque<>());
        history.addLast(new Sample(now, bytes));
        while (history.size() > 2 && history.getFirst().at().isBefore(now.minus(WINDOW))) {
            history.removeFirst();
        }
        Sample first = history.getFirst();
        long millis = Duration.between(first.at(), now).toMillis();
        return millis <= 0 ? 0 : Math.max(0, bytes - first.bytes()) * 1000 / millis;
    }

    void keepOnly(Set<Long> ids) {
        samples.keySet().retainAll(ids);
    }
}
