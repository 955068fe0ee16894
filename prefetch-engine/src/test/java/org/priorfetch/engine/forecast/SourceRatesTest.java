package org.priorfetch.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.SourceHour;

class SourceRatesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:30:00Z");

    private final SourceRates rates = new SourceRates();

    @Test
    void nothingIsKnownOfASourceThatWasNeverMeasured() {
        assertThat(rates.isKnown()).isFalse();
        rates.saw(2, new Amount(1, 10, 1e7));
        assertThat(rates.isKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.04, 1e-8", "0.3, 0.002, 5e-7", "2, 0.2, 1e-7"})
    void tellsRoundTripsFromBytesWhereStudiesDiffer(double perJob, double perInstance, double perByte) {
        Pace truth = new Pace(perJob, perInstance, perByte);
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            double instances = 1 + random.nextInt(800);
            Amount amount = new Amount(1, instances, instances * (20_000 + random.nextInt(1_500_000)));
            rates.saw(truth.seconds(amount), amount);
        }
        Amount manySmall = new Amount(1, 1000, 1000 * 20_000.0);
        Amount fewLarge = new Amount(1, 4, 4 * 27e6);

        assertThat(rates.pace().seconds(manySmall)).isCloseTo(truth.seconds(manySmall), Percentage.withPercentage(15));
        assertThat(rates.pace().seconds(fewLarge)).isCloseTo(truth.seconds(fewLarge), Percentage.withPercentage(15));
    }

    @Test
    void followsASourceThatBecomesSlower() {
        Amount piece = new Amount(0.1, 50, 2e7);
        for (int i = 0; i < 100; i++) {
            rates.saw(4, piece);
        }
        assertThat(rates.pace().seconds(piece)).isCloseTo(4, Percentage.withPercentage(10));
        for (int i = 0; i < 15; i++) {
            rates.saw(8, piece);
        }
        assertThat(rates.pace().seconds(piece)).isBetween(6.0, 8.5);
    }

    @Test
    void remembersSuchHoursOfPastDaysMoreThanOthers() {
        SourceHour noon = hour(NOON.minus(Duration.ofDays(1)), 1);
        SourceHour night = hour(NOON.minus(Duration.ofHours(10)), 10);
        rates.remember(List.of(noon, night), NOON, ZoneOffset.UTC);
        double atNoon = rates.pace().seconds(new Amount(0, 1000, 4e8));
        rates.remember(List.of(noon, night), NOON.minus(Duration.ofHours(10)), ZoneOffset.UTC);
        double atNight = rates.pace().seconds(new Amount(0, 1000, 4e8));

        assertThat(rates.isKnown()).isTrue();
        assertThat(atNoon).isCloseTo(400, Percentage.withPercentage(25));
        assertThat(atNight).isCloseTo(40, Percentage.withPercentage(25));
    }

    @Test
    void whatIsSaidNextIsCorrectedByTheMedianOfWhatWasSaid() {
        Calibration calibration = new Calibration();
        for (double took : new double[]{15, 14, 16, 500}) {
            calibration.compare(10, took);
        }
        assertThat(calibration.factor()).as("too few").isOne();
        calibration.compare(10, 15);
        assertThat(calibration.factor()).isCloseTo(1.5, within(0.001));
        for (int i = 0; i < Calibration.KEPT; i++) {
            calibration.compare(1, 100);
        }
        assertThat(calibration.factor()).as("within bounds").isEqualTo(2);
    }

    @Test
    void aPromiseTooShortToMeasureIsNotCompared() {
        Calibration calibration = new Calibration();
        for (int i = 0; i < 10; i++) {
            calibration.compare(0.1, 100);
        }
        assertThat(calibration.factor()).isOne();
    }

    private static SourceHour hour(Instant hour, int megabytesPerSecond) {
        long bytes = 40_000_000_000L;
        return new SourceHour("a", hour, 100, bytes / 400_000, bytes,
                Duration.ofSeconds(bytes / 1_000_000 / megabytesPerSecond), Map.of());
    }
}
