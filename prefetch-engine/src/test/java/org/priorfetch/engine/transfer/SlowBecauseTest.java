package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;

class SlowBecauseTest {

    private static TimeSplit split(TimePart largest) {
        TimeSplit.Part most = new TimeSplit.Part(Duration.ofSeconds(38), 950, Duration.ofMillis(40));
        TimePart other = largest == TimePart.OURS ? TimePart.PACS : TimePart.OURS;
        return new TimeSplit(Duration.ofSeconds(52),
                Map.of(largest, most, other, new TimeSplit.Part(Duration.ofSeconds(14), 1, Duration.ofSeconds(14))));
    }

    private static String said(TimePart largest, int lanes) {
        return Objects.requireNonNull(SlowBecause.of(split(largest), "regional", lanes, false, 52_000_000)).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROUND_TRIPS | 38 of 52 s: round trips, 40 ms × 950
            SOURCE      | 38 of 52 s: waiting for regional, 40 ms each time
            LINE        | 38 of 52 s: bytes on the line, 1 MB/s
            PACS        | 38 of 52 s: the PACS takes and confirms the images
            LIMIT       | 38 of 52 s: kept back by the bandwidth that is allowed
            SLOT        | 38 of 52 s: waiting until regional is free
            """)
    void saysWhatTakesMost(TimePart largest, String text) {
        assertThat(said(largest, 4)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void advisesMoreAssociationsOnlyWhereTheyHelp(TimePart largest) {
        boolean helps = largest == TimePart.ROUND_TRIPS || largest == TimePart.SOURCE;
        assertThat(said(largest, 1).contains("allow 4 associations instead of 1")).isEqualTo(helps);
        assertThat(said(largest, 4)).doesNotContain("associations");
    }

    /** Who waits for lanes that others hold waits for what they wait for. */
    @ParameterizedTest
    @CsvSource({"ROUND_TRIPS, true", "SOURCE, true", "LINE, false", "LIMIT, false", "PACS, false"})
    void moreAssociationsDoNotHelpAgainstAFullLineOrALimit(TimePart second, boolean helps) {
        TimeSplit waits = new TimeSplit(Duration.ofSeconds(52),
                Map.of(TimePart.SLOT, new TimeSplit.Part(Duration.ofSeconds(38), 3, Duration.ofSeconds(12)),
                        TimePart.OURS, new TimeSplit.Part(Duration.ofSeconds(2), 1, Duration.ofSeconds(2)),
                        second, new TimeSplit.Part(Duration.ofSeconds(12), 300, Duration.ofMillis(40))));
        assertThat(Objects.requireNonNull(SlowBecause.of(waits, "regional", 2, false, 5_200_000)).text())
                .isEqualTo("38 of 52 s: waiting until regional is free"
                        + (helps ? ", allow 4 associations instead of 2" : ""));
    }

    @Test
    void moreAssociationsDoNotHelpAgainstAnArchiveThatHasStopped() {
        TimeSplit stopped = new TimeSplit(Duration.ofSeconds(52),
                Map.of(TimePart.SOURCE, new TimeSplit.Part(Duration.ofSeconds(50), 2, Duration.ofSeconds(25))));
        assertThat(Objects.requireNonNull(SlowBecause.of(stopped, "regional", 1, false, 0)).text())
                .isEqualTo("50 of 52 s: waiting for regional, 25000 ms each time");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheArchiveTakesOneOperationAtATimeWhereThatCostsRoundTrips(TimePart largest) {
        String said = Objects.requireNonNull(SlowBecause.of(split(largest), "regional", 4, true, 52_000_000)).text();
        assertThat(said.endsWith(", the archive takes one operation at a time"))
                .isEqualTo(largest == TimePart.ROUND_TRIPS);
        assertThat(said(largest, 4)).doesNotContain("at a time");
    }

    @ParameterizedTest
    @CsvSource({"60_000_000, 1 MB/s", "5_200_000, 100 kB/s", "104, 0 kB/s"})
    void aLineIsNotSaidToBeFasterThanItIs(String bytes, String rate) {
        assertThat(Objects.requireNonNull(SlowBecause.of(split(TimePart.LINE), "regional", 4, false,
                Long.parseLong(bytes.replace("_", "")))).text())
                .isEqualTo("38 of 52 s: bytes on the line, " + rate);
    }

    @Test
    void saysWhatIsSoAndThenWhatHelps() {
        assertThat(Objects.requireNonNull(
                SlowBecause.of(split(TimePart.ROUND_TRIPS), "regional", 2, true, 52_000_000)).text())
                .isEqualTo("38 of 52 s: round trips, 40 ms × 950, the archive takes one operation at a time, "
                        + "allow 4 associations instead of 2");
    }

    @ParameterizedTest
    @EnumSource
    void isSaidInGermanToo(TimePart largest) {
        assertThat(Objects.requireNonNull(SlowBecause.of(split(largest), "regional", 1, false, 0)).text(Locale.GERMAN))
                .startsWith("38 von 52 s: ");
    }

    /** Who waits for the other parts is slow below 10 MB/s, who waits for the line below 2 MB/s. */
    @ParameterizedTest
    @CsvSource({"SOURCE, 9, true", "SOURCE, 10, false", "SOURCE, 100, false", "PACS, 3, true", "ROUND_TRIPS, 9, true",
            "LINE, 9, false", "LINE, 2, false", "LINE, 1, true", "LIMIT, 0, true"})
    void isSaidOfWhatIsSlowOnly(TimePart largest, long megabytesPerSecond, boolean slow) {
        assertThat(SlowBecause.of(split(largest), "regional", 4, false, megabytesPerSecond * 52_000_000) != null)
                .isEqualTo(slow);
    }

    @ParameterizedTest
    @CsvSource({"30, false", "29, false", "25, false", "24, true"})
    void aLineThatIsBusyHalfOfTheTimeIsUsedWell(int secondsOnTheLine, boolean slow) {
        TimeSplit.Part line = new TimeSplit.Part(Duration.ofSeconds(secondsOnTheLine), 1, Duration.ofSeconds(1));
        TimeSplit.Part source = new TimeSplit.Part(Duration.ofSeconds(50L - secondsOnTheLine), 1,
                Duration.ofSeconds(1));
        TimeSplit fifty = new TimeSplit(Duration.ofSeconds(50),
                Map.of(TimePart.LINE, line, TimePart.SOURCE, source));
        assertThat(SlowBecause.of(fifty, "regional", 4, false, 250_000_000) != null).isEqualTo(slow);
    }

    @Test
    void saysNothingOfWhatHasOnlyBegun() {
        TimeSplit begun = new TimeSplit(Duration.ofSeconds(14),
                Map.of(TimePart.SOURCE, new TimeSplit.Part(Duration.ofSeconds(14), 1, Duration.ofSeconds(14))));
        assertThat(SlowBecause.of(begun, "regional", 1, false, 0)).isNull();
        assertThat(SlowBecause.of(new TimeSplit(Duration.ofSeconds(29), Map.of()), "regional", 1, false, 0)).isNull();
    }
}
