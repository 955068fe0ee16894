package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.WayRate;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerRepository;
import org.priorfetch.engine.port.RepositoryException;
import org.priorfetch.engine.transfer.ChosenWays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps beyond the end of the program how fast the ways out of each source were, but not for ever: archives and lines change. */
final class RememberedWays {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedWays.class);
    private static final Duration BELIEVED = Duration.ofDays(30);

    private record Way(String source, RetrieveWay way) {}

    private final Map<String, ChosenWays> ways;
    private final PeerRepository repository;
    private final Map<Way, WayRate> written = new ConcurrentHashMap<>();

    /** @param ways by the name of the source; they go on from what is remembered */
    RememberedWays(Map<String, ChosenWays> ways, PeerRepository repository, Clock clock) {
        this.ways = Map.copyOf(ways);
        this.repository = repository;
        ways.forEach((source, chosen) -> {
            Map<RetrieveWay, WayRate> before = repository.wayRates(source);
            before.values().removeIf(rate -> rate.measured().isBefore(clock.now().minus(BELIEVED)));
            before.forEach((way, rate) -> written.put(new Way(source, way), rate));
            chosen.recall(before);
        });
    }

    /** A transfer from the source is over: what it taught is written down. */
    void ended(String source) {
        ChosenWays chosen = ways.get(source);
        if (chosen != null) {
            try {
                chosen.rates().forEach((way, rate) -> save(new Way(source, way), rate));
            } catch (RepositoryException failure) {
                LOG.warn("How fast the ways out of {} are could not be recorded: {}", source, failure.getMessage());
            }
        }
    }

    private void save(Way way, WayRate rate) {
        if (!rate.equals(written.get(way))) {
            repository.saveWayRate(way.source(), way.way(), rate);
            written.put(way, rate);
        }
    }
}
