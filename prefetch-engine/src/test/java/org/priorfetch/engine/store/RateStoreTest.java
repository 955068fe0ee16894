package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.engine.store.Samples.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.JobTimes;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.port.Repositories;

class RateStoreTest {

    @TempDir
    Path home;

    private Repositories open() {
        return DatabaseStore.open(home, InstantSource.fixed(NOON));
    }

    @Test
    void anHourGrowsAndSurvivesTheEndOfTheProgram() {
        SourceHour morning = hour("regional", NOON.minusSeconds(7200), 40);
        SourceHour noon = hour("regional", NOON, 100);
        try (Repositories store = open()) {
            store.rates().add(List.of(noon, morning), List.of());
            store.rates().add(List.of(noon), List.of());
        }
        try (Repositories store = open()) {
            store.rates().add(List.of(hour("far away", NOON, 1)), List.of());

            assertThat(store.rates().since(NOON.minusSeconds(7200)))
                    .containsExactly(morning, hour("far away", NOON, 1), noon.plus(noon));
            assertThat(store.rates().since(NOON)).extracting(SourceHour::source)
                    .containsExactly("far away", "regional");
        }
    }

    @Test
    void theTimesOfATransferAreThoseOfItsLastTry() {
        JobTimes first = times(7, 3, null);
        JobTimes last = times(7, 52, Reason.of("transfer.slow.roundTrips", "38", "52", "40", "950")
                .and("transfer.slow.allowMore", 4, 1));
        try (Repositories store = open()) {
            store.rates().add(List.of(), List.of(first, times(8, 5, null)));
            store.rates().add(List.of(), List.of(last));
        }
        try (Repositories store = open()) {
            assertThat(store.rates().ofJobs(List.of(7L, 9L))).isEqualTo(Map.of(7L, last));
            assertThat(store.rates().ofJobs(List.of())).isEmpty();
        }
    }

    @Test
    void remembersWhatWasPromisedNewestFirst() {
        try (Repositories store = open()) {
            store.rates()
                    .add(List.of(), List.of(times(1, NOON), times(2, NOON.minusSeconds(1)), times(3, 9, null),
                            times(4, NOON.minusSeconds(2)),
                            new JobTimes(5, "far away", NOON, split(1), null, Duration.ZERO)));

            assertThat(store.rates().promised("regional", 2)).containsExactly(times(1, NOON),
                    times(2, NOON.minusSeconds(1)));
        }
    }

    @Test
    void isForgottenAfterNinetyDays() {
        Instant justOver = NOON.minus(Duration.ofDays(90)).minusSeconds(1);
        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH))) {
            store.rates()
                    .add(List.of(hour("regional", justOver, 1), hour("regional", justOver.plusSeconds(1), 1)),
                            List.of(times(1, justOver), times(2, justOver.plusSeconds(1))));
        }
        try (Repositories store = open()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> store.rates().since(Instant.EPOCH).size() == 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> store.rates().ofJobs(List.of(1L)).isEmpty());
            assertThat(store.rates().ofJobs(List.of(2L))).hasSize(1);
        }
    }

    private static SourceHour hour(String source, Instant hour, int factor) {
        return new SourceHour(source, hour, factor, 10L * factor, 1_000_000L * factor, Duration.ofSeconds(factor),
                Arrays.stream(TimePart.values())
                        .collect(Collectors.toMap(Function.identity(),
                                part -> Duration.ofMillis((long) part.name().length() * factor))));
    }

    private static JobTimes times(long id, long seconds, Reason slowBecause) {
        return new JobTimes(id, "regional", NOON, split(seconds), slowBecause, null);
    }

    private static JobTimes times(long id, Instant ended) {
        return new JobTimes(id, "regional", ended, split(1), null, Duration.ofSeconds(2));
    }

    private static TimeSplit split(long seconds) {
        return new TimeSplit(Duration.ofSeconds(seconds),
                Map.of(TimePart.QUERY, new TimeSplit.Part(Duration.ofMillis(120), 2, Duration.ofMillis(60)),
                        TimePart.ROUND_TRIPS,
                        new TimeSplit.Part(Duration.ofSeconds(seconds), 950, Duration.ofNanos(40_123_000))));
    }
}
