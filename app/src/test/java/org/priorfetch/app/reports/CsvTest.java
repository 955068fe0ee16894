package org.priorfetch.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static String written(List<List<String>> rows) {
        return new String(Csv.of(rows), StandardCharsets.UTF_8);
    }

    @Test
    void beginsWithAMarkThatTellsItsCharacterSet() {
        assertThat(Csv.of(List.of(List.of("ä")))).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void quotesWhatWouldBreakALine() {
        assertThat(written(List.of(List.of("a", "b"), List.of("1,5", "say \"x\"\nthere"))))
                .isEqualTo("\uFEFFa,b\r\n\"1,5\",\"say \"\"x\"\"\nthere\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void aFormulaIsText(String formula) {
        assertThat(written(List.of(List.of(formula)))).isEqualTo("\uFEFF'" + formula + "\r\n");
    }

    @Test
    void oneColumnAlone() {
        assertThat(new String(Csv.column(List.of(List.of("a", "b"), List.of("1", "2"), List.of("3", "4")), 1),
                StandardCharsets.UTF_8)).isEqualTo("2\r\n4\r\n");
    }
}
