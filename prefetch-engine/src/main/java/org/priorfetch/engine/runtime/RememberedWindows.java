package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerRepository;
import org.priorfetch.engine.port.WindowMemory;

/** Remembers beyond the end of the program, but not for ever: programs are replaced, and a line may drop by chance. */
final class RememberedWindows implements WindowMemory {

    private static final Duration LEFT_ALONE = Duration.ofDays(30);

    private final PeerRepository repository;
    private final Clock clock;
    private final Map<String, Instant> since;

    RememberedWindows(PeerRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.since = new ConcurrentHashMap<>(repository.withoutWindow());
    }

    @Override
    public boolean mayAsk(String peer) {
        Instant turnedAway = since.get(peer);
        return turnedAway == null || !clock.now().isBefore(turnedAway.plus(LEFT_ALONE));
    }

    @Override
    public void refused(String peer) {
        Instant now = clock.now();
        since.put(peer, now);
        repository.saveWithoutWindow(peer, now);
    }
}
