package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.transfer.BackOff;

/** Peers that are not asked for a while because they failed, longer after each failure in a row. Guarded by itself. */
final class PeerRests {

    private record Rest(int failures, Instant until, Reason reason) {}

    private final Map<String, Rest> rests = new HashMap<>();
    private final BackOff backOff;
    private final Clock clock;

    PeerRests(BackOff backOff, Clock clock) {
        this.backOff = backOff;
        this.clock = clock;
    }

    synchronized void answered(String name) {
        rests.remove(name);
    }

    /** Failures of questions that were under way together count once. */
    synchronized void failed(String name, Reason reason) {
        Rest before = rests.get(name);
        Instant now = clock.now();
        if (before == null || !now.isBefore(before.until())) {
            int failures = before == null ? 1 : before.failures() + 1;
            rests.put(name, new Rest(failures, now.plus(backOff.after(failures)), reason));
        }
    }

    /** Who rests at this moment, and why. */
    synchronized Map<String, Reason> now() {
        Instant now = clock.now();
        return rests.entrySet()
                .stream()
                .filter(entry -> now.isBefore(entry.getValue().until()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().reason()));
    }
}
