package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** How long each transfer that is under way was expected to take when it began. Guarded by itself. */
final class Promises {

    /** What is said later than this is no promise any more. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final Map<Long, Duration> promised = new HashMap<>();

    /** It began then, and now it is said when it will be done. */
    synchronized void promise(long job, Instant begun, Instant now, Instant end) {
        if (Duration.between(begun, now).compareTo(AT_ONCE) < 0) {
            promised.putIfAbsent(job, Duration.between(begun, end));
        }
    }

    /** What was said of a transfer whose try is over; null when nothing was. */
    synchronized @Nullable Duration take(long job) {
        return promised.remove(job);
    }

    synchronized void keepOnly(Set<Long> jobs) {
        promised.keySet().retainAll(jobs);
    }
}
