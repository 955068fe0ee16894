package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettledContentTest {

    private static final long TENTH = TimeUnit.MILLISECONDS.toNanos(100);

    private final SettledContent content = new SettledContent("a");

    @Test
    void isToldOnceItHasRested() {
        assertThat(content.isNew("a", 0)).isFalse();
        assertThat(content.isSettling()).isFalse();
        assertThat(content.isNew("b", 0)).isFalse();
        assertThat(content.isSettling()).isTrue();
        assertThat(content.isNew("b", 3 * TENTH)).isFalse();
        assertThat(content.isNew("b", 4 * TENTH)).isTrue();
        assertThat(content.isNew("b", 9 * TENTH)).isFalse();
        assertThat(content.isSettling()).isFalse();
    }

    @Test
    void whatIsWrittenToAndPutBackIsNotTold() {
        assertThat(content.isNew("half", 0)).isFalse();
        assertThat(content.isNew("a", TENTH)).isFalse();
        assertThat(content.isNew("a", 99 * TENTH)).isFalse();
        assertThat(content.isSettling()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsToldThatHasNotRested(long seed) {
        Random random = new Random(seed);
        String told = "a";
        String now = "a";
        long since = 0;
        long time = 0;
        for (int look = 0; look < 2_000; look++) {
            time += random.nextLong(2 * TENTH);
            if (random.nextInt(4) == 0) {
                String next = String.valueOf((char) ('a' + random.nextInt(3)));
                since = next.equals(now) ? since : time;
                now = next;
            }
            boolean due = !now.equals(told) && time - since >= 4 * TENTH;
            assertThat(content.isNew(now, time)).isEqualTo(due);
            told = due ? now : told;
        }
    }
}
