package org.priorfetch.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.TimePart;

class ArrivalTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SpentTime spent = new SpentTime();
    private final Arrival arrival = Arrival.fromSource(spent);

    @BeforeEach
    void begin() {
        arrival.begin();
    }

    /** What comes in a minute, once in so many seconds. */
    @ParameterizedTest
    @CsvSource({"1, 10, SOURCE", "4, 10, SOURCE", "1, 800, SOURCE", "1, 1_100, LINE", "1, 100_000, LINE",
            "4, 10_000, LINE",
            "6, 100_000, SOURCE"})
    void whoSendsNextToNothingHasStopped(int seconds, String bytes, TimePart part) {
        for (int second = 0; second < 60; second += seconds) {
            arrival.came(Integer.parseInt(bytes.replace("_", "")), seconds * SECOND);
        }
        arrival.close();
        assertThat(spent.nanos(part)).isEqualTo(spent.nanos()).isEqualTo(60 * SECOND);
    }

    /** A burst before or after it changes nothing. */
    @Test
    void aSilenceIsNotHiddenByWhatCameBefore() {
        arrival.came(50_000_000, SECOND);
        arrival.came(0, 30 * SECOND);
        arrival.close();
        assertThat(spent.nanos(TimePart.SOURCE)).isEqualTo(30 * SECOND);
        assertThat(spent.nanos(TimePart.LINE)).isEqualTo(SECOND);
    }

    @Test
    void aSilenceIsOneWaitHoweverManyBytesTrickled() {
        for (int second = 0; second < 60; second++) {
            arrival.came(1, SECOND);
        }
        assertThat(spent.times(TimePart.SOURCE)).isOne();
    }

    @Test
    void whatGoesOnCountsAlready() {
        arrival.waits(System.nanoTime() - 60 * SECOND);
        assertThat(spent.nanos(TimePart.SOURCE)).isGreaterThanOrEqualTo(60 * SECOND);
        arrival.close();
        assertThat(spent.nanos(TimePart.SOURCE)).isBetween(60 * SECOND, 90 * SECOND);
    }

    /** Whoever asked may give up before whoever reads. */
    @Test
    void whatEndsAfterItsEndIsNotCountedTwice() {
        arrival.waits(System.nanoTime() - 60 * SECOND);
        arrival.close();
        long atTheEnd = spent.nanos();
        arrival.came(0, 60 * SECOND);
        arrival.close();
        assertThat(spent.nanos()).isEqualTo(atTheEnd);
    }

    @Test
    void whateverThePacsTakesIsThePacss() {
        SpentTime sent = new SpentTime();
        Arrival answer = Arrival.fromPacs(sent);
        answer.came(10, SECOND);
        answer.came(0, 60 * SECOND);
        answer.close();
        assertThat(sent.nanos(TimePart.PACS)).isEqualTo(sent.nanos()).isEqualTo(61 * SECOND);
    }
}
