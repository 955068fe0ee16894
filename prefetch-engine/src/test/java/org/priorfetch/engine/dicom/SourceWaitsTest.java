package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.RoundTrip;
import org.priorfetch.engine.port.SpentTime;

class SourceWaitsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SpentTime spent = new SpentTime();
    private final SourceWaits waits = new SourceWaits(spent, new RoundTrip());

    @BeforeEach
    void anInstanceBegins() {
        waits.begin();
        waits.instanceBegins(1);
    }

    @Test
    void anInstanceThatTricklesIsTheSourcesTime() {
        waits.toRead(200_000, SECOND);
        for (int second = 0; second < 60; second++) {
            waits.forPdu(2, SECOND / 2);
            waits.toRead(3, SECOND / 2);
        }
        waits.close();
        assertThat(spent.nanos(TimePart.SOURCE)).isGreaterThanOrEqualTo(60 * SECOND);
        assertThat(spent.nanos(TimePart.LINE)).isEqualTo(SECOND);
    }

    /** Who reads the line may still be blocked when whoever asked has given up. */
    @Test
    void aReadThatNeverEndedCounts() {
        waits.reads(System.nanoTime() - 60 * SECOND);
        waits.close();
        assertThat(spent.nanos(TimePart.SOURCE)).isGreaterThanOrEqualTo(60 * SECOND);
    }

    @Test
    void aWaitForAnAssociationCountsWhileItLastsAndWhereItWasInVain() {
        try (Waits.Waiting _ = waits.forConnection()) {
            assertThat(spent.nanos(TimePart.CONNECT)).isPositive();
        }
        try (Waits.Waiting _ = waits.forSlot()) {
            assertThat(spent.nanos(TimePart.SLOT)).isPositive();
        }
        assertThat(spent.nanos(TimePart.CONNECT)).isPositive();
        assertThat(spent.nanos(TimePart.SLOT)).isPositive();
    }
}
