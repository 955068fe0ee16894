package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;

/** What still comes through once no more is wanted. */
class HandoverTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final InstanceInFlight NOTHING = new InstanceInFlight() {
        @Override
        public InstanceHeader header() {
            throw new AssertionError("not asked for");
        }

        @Override
        public String transferSyntaxUid() {
            throw new AssertionError("not asked for");
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) {
            throw new AssertionError("not asked for");
        }
    };

    private final Handover handover = new Handover(_ -> Answer.TAKEN, LONG);

    private Answer next() {
        return handover.receive(NOTHING);
    }

    @Test
    void everythingUntilSomebodySaysSo() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> next())).containsOnly(Answer.TAKEN);
    }

    @Test
    void soManyAsAreOnTheirWayThenAndNoOthers() {
        handover.expectNoMoreThan(2, LONG);
        handover.expectNoMoreThan(50, LONG);
        assertThat(IntStream.range(0, 4).mapToObj(_ -> next()))
                .containsExactly(Answer.TAKEN, Answer.TAKEN, Answer.NOT_OURS, Answer.NOT_OURS);
    }

    @Test
    void nothingThatBeginsTooLate() {
        handover.expectNoMoreThan(2, Duration.ofNanos(-1));
        assertThat(next()).isEqualTo(Answer.NOT_OURS);
    }

    @Test
    void nothingOnceItIsClosed() {
        handover.expectNoMoreThan(2, LONG);
        handover.close();
        assertThat(next()).isEqualTo(Answer.NOT_OURS);
        assertThat(handover.isBusy()).isFalse();
    }
}
