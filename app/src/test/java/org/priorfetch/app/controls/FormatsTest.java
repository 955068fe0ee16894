package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.TestClock;

class FormatsTest {

    private final TestClock clock = new TestClock();
    private final Formats english = new Formats(new Texts(Locale.ENGLISH), clock);
    private final Formats german = new Formats(new Texts(Locale.GERMANY), clock);

    @ParameterizedTest
    @CsvSource({"0,0.0 MB", "524288,0.5 MB", "12400000,12.4 MB", "100000000,100 MB", "999000000,999 MB",
            "1250000000,1.2 GB", "2000000000000,'2,000.0 GB'"})
    void tellsSizes(long bytes, String expected) {
        assertThat(english.size(bytes)).isEqualTo(expected);
    }

    @Test
    void tellsRatesOnlyWhileSomethingMoves() {
        assertThat(english.rate(12_400_000)).isEqualTo("12.4 MB/s");
        assertThat(german.rate(12_400_000)).isEqualTo("12,4 MB/s");
        assertThat(english.rate(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,under 1 min", "59,under 1 min", "60,1 min", "61,2 min", "3540,59 min", "3600,1 h 0 min",
            "7800,2 h 10 min", "172800,2 days"})
    void tellsDurationsInWords(long seconds, String expected) {
        assertThat(english.duration(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,now", "25,in 25 min", "-12,12 min ago", "75,in 1 h", "105,in 2 h", "1320,tomorrow",
            "-600,yesterday", "4320,'Nov 26, 2026'"})
    void tellsTimesSeenFromNow(int minutes, String expected) {
        assertThat(english.relative(ahead(minutes))).isEqualTo(expected);
    }

    @Test
    void atMidnightWhatIsNearStaysRelative() {
        clock.turn(Duration.ofHours(15));

        assertThat(english.relative(clock.instant().plus(Duration.ofMinutes(40)))).isEqualTo("in 40 min");
    }

    @Test
    void tellsMomentsRelativeAndAbsolute() {
        assertThat(english.moment(ahead(-12))).isEqualTo("12 min ago · 08:18");
        assertThat(german.moment(ahead(-12))).isEqualTo("vor 12 Min. · 08:18");
    }

    @Test
    void aTimeOfAnotherDayNamesTheDay() {
        assertThat(english.timeOfDay(ahead(60))).isEqualTo("09:30");
        assertThat(english.timeOfDay(ahead(22 * 60))).isEqualTo("Tue 06:30");
    }

    @Test
    void sinceNamesTheDayWhenItIsNotToday() {
        assertThat(english.since(ahead(-49))).isEqualTo("07:41");
        assertThat(german.since(ahead(-24 * 60))).isEqualTo("22.11.2026, 08:30");
    }

    @Test
    void datesFollowTheLanguage() {
        LocalDate date = LocalDate.of(2024, 2, 9);

        assertThat(english.date(date)).isEqualTo("Feb 9, 2024");
        assertThat(german.date(date)).isEqualTo("09.02.2024");
    }

    @Test
    void neverRoundsUpToAllOfIt() {
        assertThat(english.percent(0.999)).isEqualTo("99 %");
        assertThat(english.percent(1)).isEqualTo("100 %");
    }

    private static Instant ahead(int minutes) {
        return TestClock.START.plus(Duration.ofMinutes(minutes));
    }
}
