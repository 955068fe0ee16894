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
        return Objects.requireNonNull(SlowBecause.of(split(largest), "regional", lanes, 520_000_000)).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROUND_TRIPS | 38 of 52 s: round trips, 40 ms × 950
            SOURCE      | 38 of 52 s: regional prepares its answers, 40 ms each
            LINE        | 38 of 52 s: bytes on the line, 10 MB/s
            PACS        | 38 of 52 s: the PACS takes the images
            LIMIT       | 38 of 52 s: kept back by the bandwidth that is allowed
            SLOT        | 38 of 52 s: waiting until regional is free
            """)
    void saysWhatTakesMost(TimePart largest, String text) {
        assertThat(said(largest, 4)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void advisesMoreAssociationsOnlyWhereTheyHelp(TimePart largest) {
        boolean helps = largest == TimePart.ROUND_TRIPS || largest == TimePart.SOURCE || largest == TimePart.SLOT;
        assertThat(said(largest, 1).contains("allow 4 associations instead of 1")).isEqualTo(helps);
        assertThat(said(largest, 4)).doesNotContain("associations");
    }

    @ParameterizedTest
    @EnumSource
    void isSaidInGermanToo(TimePart largest) {
        assertThat(Objects.requireNonNull(SlowBecause.of(split(largest), "regional", 1, 0)).text(Locale.GERMAN))
                .startsWith("38 von 52 s: ");
    }

    @Test
    void saysNothingOfWhatHasOnlyBegun() {
        TimeSplit begun = new TimeSplit(Duration.ofSeconds(4),
                Map.of(TimePart.SOURCE, new TimeSplit.Part(Duration.ofSeconds(4), 1, Duration.ofSeconds(4))));
        assertThat(SlowBecause.of(begun, "regional", 1, 0)).isNull();
        assertThat(SlowBecause.of(new TimeSplit(Duration.ofSeconds(9), Map.of()), "regional", 1, 0)).isNull();
    }
}
