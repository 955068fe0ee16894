package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TimePart;

class HourRatesTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    private static int hourHere(Instant at) {
        return at.atZone(ZoneOffset.ofHours(1)).getHour();
    }

    @Test
    void tellsTheMedianOfTheDaysByTheHourWhereTheReaderIs() {
        HourRates rates = HourRates.of(List.of(hour(0, 2, 3), hour(1, 4, 1), hour(2, 90, 2), hour(2, 7, 5).plus(
                hour(2, 0, 0))), HourRatesTest::hourHere);

        assertThat(rates.median()).containsOnly(entry(9, 5.5));
        assertThat(rates.studies()).containsOnly(entry(9, 11L));
        assertThat(rates.isEmpty()).isFalse();
    }

    @Test
    void anHourInWhichNothingWasCarriedHasNoRate() {
        SourceHour idle = new SourceHour("regional", EIGHT, 1, 0, 0, Duration.ofMinutes(4), Map.of());

        assertThat(HourRates.of(List.of(idle), HourRatesTest::hourHere).isEmpty()).isTrue();
        assertThat(HourRates.of(List.of(), HourRatesTest::hourHere).isEmpty()).isTrue();
    }

    @Test
    void theTimeGoesWhereTheTransfersSpentIt() {
        SourceHour one = spent(Map.of(TimePart.LINE, Duration.ofSeconds(30), TimePart.PACS, Duration.ofSeconds(10)));
        SourceHour other = spent(Map.of(TimePart.LINE, Duration.ofSeconds(10), TimePart.SLOT, Duration.ofSeconds(50)));

        assertThat(TimeShares.shares(List.of(one, other))).containsOnly(entry(TimePart.LINE, 0.4),
                entry(TimePart.PACS, 0.1), entry(TimePart.SLOT, 0.5));
        assertThat(TimeShares.shares(List.of())).isEmpty();
        assertThat(one.plus(other).bytesPerSecond()).isCloseTo(0, within(0.001));
    }

    private static SourceHour hour(int daysAgo, int megabytesPerSecond, int jobs) {
        return new SourceHour("regional", EIGHT.minus(Duration.ofDays(daysAgo)), jobs, 10,
                megabytesPerSecond * 10_000_000L, Duration.ofSeconds(megabytesPerSecond == 0 ? 0 : 10), Map.of());
    }

    private static SourceHour spent(Map<TimePart, Duration> spent) {
        return new SourceHour("regional", EIGHT, 1, 0, 0, Duration.ofMinutes(1), spent);
    }
}
