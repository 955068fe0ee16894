package org.priorfetch.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosenessTest {

    @ParameterizedTest
    @CsvSource({"mull, muller", "mullre, muller", "mullr, muller", "mulller, muller", "miller, muller",
            "wolfschlegelstein, wolfeschlegelsteinhausen", "hausen, wolfeschlegelsteinhausen"})
    void forgivesTypingErrors(String wanted, String word) {
        assertThat(Closeness.of(wanted, word)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"mul, mil", "schmidt, muller", "10066, 10065", "a12, a13"})
    void butNotInShortWordsAndNumbers(String wanted, String word) {
        assertThat(Closeness.of(wanted, word)).isZero();
    }

    @Test
    void theSameIsCloserThanABeginningAndThatCloserThanAnError() {
        assertThat(Closeness.of("muller", "muller")).isGreaterThan(Closeness.of("muller", "mullerin"));
        assertThat(Closeness.of("mulle", "muller")).isGreaterThan(Closeness.of("mulle", "tmuller"));
        assertThat(Closeness.of("mulle", "tmuller")).isGreaterThan(Closeness.of("mullre", "muller"));
    }

    @Test
    void everyWordMustBeAnswered() {
        assertThat(Closeness.of(List.of("karl", "muller"), List.of("muller", "karl"))).isPositive();
        assertThat(Closeness.of(List.of("karl", "bauer"), List.of("muller", "karl"))).isZero();
    }
}
