package org.priorfetch.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrickleTest {

    private static final long STALL = 60;

    private final Trickle trickle = new Trickle();

    @ParameterizedTest
    @CsvSource({"1,true", "22,true", "24,false", "1000,false"})
    void fourKilobytesInThreeTimesTheStallAreEnough(int bytesPerUnit, boolean tooLittle) {
        boolean seen = false;
        for (int time = 0; time < 1000; time++) {
            seen |= trickle.isTooLittle(1, STALL);
            trickle.came(bytesPerUnit, 1);
        }
        assertThat(seen).isEqualTo(tooLittle);
    }

    @Test
    void silenceIsNotItsConcern() {
        assertThat(trickle.isTooLittle(3 * STALL, STALL)).isFalse();
        assertThat(trickle.isTooLittle(3 * STALL + 1, STALL)).isTrue();
    }

    @Test
    void whereNothingNeedsToComeNothingIsTooLittle() {
        trickle.came(1, Long.MAX_VALUE / 2);
        assertThat(trickle.isTooLittle(1, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void whatHadComeOfSomethingElseDoesNotCount() {
        trickle.came(1, 3 * STALL);
        trickle.restart();
        assertThat(trickle.isTooLittle(1, STALL)).isFalse();
    }
}
