package org.priorfetch.engine.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

class OutputTest {

    private final Words words = new Words(terminal(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 kB", "12400000,12.4 MB", "5000000000,5.0 GB",
            "7000000000000000,7000.0 TB"})
    void givesSizesInDecimalUnits(long bytes, String text) {
        assertThat(words.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0 s", "59,59 s", "60,1 min", "95,2 min", "3600,1 h 0 min", "7260,2 h 1 min"})
    void givesDurationsInWords(long seconds, String text) {
        assertThat(words.remaining(seconds)).isEqualTo(text);
    }

    @Test
    void followsTheLocale() {
        assertThat(new Words(terminal(Locale.GERMANY)).size(12_400_000)).isEqualTo("12,4 MB");
    }

    @Test
    void namesTheDayWhenItIsNotToday() {
        assertThat(words.time(Samples.NOW)).isEqualTo("07:30");
        assertThat(words.time(Samples.NOW.minusSeconds(86_400))).isEqualTo("Mar 1, 2026 07:30");
    }

    @Test
    void hasAWordForEveryStateInBothLanguages() {
        for (Locale locale : new Locale[]{Locale.ENGLISH, Locale.GERMAN}) {
            Words spoken = new Words(terminal(locale));
            Stream.of(ReadinessVerdict.values()).forEach(state -> assertThat(spoken.word(state)).isNotEmpty());
            Stream.of(TransferState.values()).forEach(state -> assertThat(spoken.word(state)).isNotEmpty());
            Stream.of(PriorState.values()).forEach(state -> assertThat(spoken.word(state)).isNotEmpty());
            Stream.of(PeerState.values()).forEach(state -> assertThat(spoken.word(state)).isNotEmpty());
            Stream.of(PeerKind.values()).forEach(state -> assertThat(spoken.word(state)).isNotEmpty());
        }
    }

    @Test
    void letsNoControlCharacterThrough() {
        assertThat(Terminal.clean("CT\u001b[2J\r\nThorax")).isEqualTo("CT [2J  Thorax");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"plain|plain", "a,b|\"a,b\"",
            "say \"x\"|\"say \"\"x\"\"\"",
            "=1+1|'=1+1", "+1|'+1", "-1|'-1", "@x|'@x", "=a,b|\"'=a,b\""})
    void writesCellsSafely(String value, String cell) {
        assertThat(LedgerCsv.cell(value)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"120,120", "10,40", "abc,80", "99999,80", ",80"})
    void knowsTheWidthOfTheScreen(String columns, int width) {
        assertThat(Terminal.width(columns)).isEqualTo(width);
    }

    private static Terminal terminal(Locale locale) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Terminal(nowhere, nowhere, false, 80, true, locale, ZoneOffset.UTC,
                InstantSource.fixed(Samples.NOW));
    }
}
