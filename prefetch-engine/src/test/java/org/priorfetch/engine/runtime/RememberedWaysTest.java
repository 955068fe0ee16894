package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.WayRate;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.transfer.ChosenWays;

/** How fast the ways out of a source are, from one run of the program to the next. */
class RememberedWaysTest {

    private static final StudyRetriever NOTHING = (_, _, _, _) -> {};

    @TempDir
    Path home;
    private final TurnedClock clock = new TurnedClock();

    private ChosenWays ways() {
        return new ChosenWays(Map.of(RetrieveWay.GET, NOTHING, RetrieveWay.WADO, NOTHING), 4, clock);
    }

    private Map<RetrieveWay, WayRate> recalled(String source) {
        try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            ChosenWays ways = ways();
            RememberedWays remembered = new RememberedWays(Map.of(source, ways), store.peers(), clock);
            remembered.ended("another"); // of which nothing is known
            return ways.rates();
        }
    }

    @Test
    void theChoiceGoesOnFromThemForAMonth() {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        Map<RetrieveWay, WayRate> measured = Map.of(RetrieveWay.GET, new WayRate(100, 10, 5, now), RetrieveWay.WADO,
                new WayRate(100, 2, 5, now));
        assertThat(recalled("regional")).isEmpty();
        try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            ChosenWays ways = ways();
            RememberedWays remembered = new RememberedWays(Map.of("regional", ways), store.peers(), clock);
            ways.recall(measured); // stands in for transfers
            remembered.ended("regional");
            assertThat(ways.now().text()).startsWith("WADO-RS");
        }

        assertThat(recalled("regional")).isEqualTo(measured);
        assertThat(recalled("uni")).isEmpty();
        clock.turnOn(Duration.ofDays(31));
        assertThat(recalled("regional")).as("archives and lines change").isEmpty();
    }
}
