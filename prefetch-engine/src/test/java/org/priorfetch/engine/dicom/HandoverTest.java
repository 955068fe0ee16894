package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;

/** What still comes through once no more is wanted. */
class HandoverTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(1);

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

    private final AtomicLong nanos = new AtomicLong();
    private final Handover handover = new Handover(this::during, LONG, nanos::get);
    private final Cancelling.Crossing crossing = handover.crossing(2, SOON);
    private Runnable meanwhile = () -> {};

    private Answer during(InstanceInFlight instance) {
        meanwhile.run();
        return Answer.TAKEN;
    }

    private Answer next() {
        return handover.receive(NOTHING);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** The next one takes so long, and something is done before it has arrived. */
    private Answer nextWhile(Duration takes, Runnable action) {
        meanwhile = () -> {
            pass(takes);
            meanwhile = () -> {};
            action.run();
        };
        return next();
    }

    @Test
    void everythingUntilThePeerIsTold() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> next())).containsOnly(Answer.TAKEN);
        assertThat(crossing.isArriving()).isFalse();
    }

    @Test
    void soManyAsAreOnTheirWayThenAndNoOthers() {
        crossing.told();
        assertThat(IntStream.range(0, 4).mapToObj(_ -> next()))
                .containsExactly(Answer.TAKEN, Answer.TAKEN, Answer.LATE, Answer.LATE);
    }

    @Test
    void nothingThatBeginsTooLate() {
        crossing.told();
        pass(SOON.plusMillis(1));
        assertThat(next()).isEqualTo(Answer.LATE);
    }

    @Test
    void whatBeginsSoonAfterTheLastHowLongThatTook() {
        crossing.told();
        assertThat(nextWhile(Duration.ofSeconds(20), () -> {})).isEqualTo(Answer.TAKEN);
        pass(SOON.minusMillis(1));
        assertThat(next()).isEqualTo(Answer.TAKEN);
    }

    @Test
    void whatBeginsWhileAnotherIsNotYetAnswered() {
        crossing.told();
        List<Answer> second = new ArrayList<>();
        nextWhile(Duration.ofSeconds(20), () -> second.add(next()));
        assertThat(second).containsExactly(Answer.TAKEN);
    }

    @Test
    void eachIsOnItsWayForHalfAMinuteAtMost() {
        List<Boolean> arriving = new ArrayList<>();
        crossing.told();
        nextWhile(Duration.ofSeconds(29), () -> arriving.add(crossing.isArriving()));
        arriving.add(crossing.isArriving());
        nextWhile(Duration.ofSeconds(29), () -> arriving.add(crossing.isArriving()));
        assertThat(arriving).containsExactly(true, false, true);
    }

    @Test
    void whatTakesLongerIsNotWaitedFor() {
        List<Boolean> arriving = new ArrayList<>();
        crossing.told();
        nextWhile(Duration.ofSeconds(31), () -> arriving.add(crossing.isArriving()));
        assertThat(arriving).containsExactly(false);
    }

    @Test
    void nothingOnceItIsClosed() {
        crossing.told();
        handover.close();
        assertThat(next()).isEqualTo(Answer.LATE);
        assertThat(crossing.isArriving()).isFalse();
    }

    @Test
    void isSilentWhenTheFirstOrTheNextDoesNotComeInTime() {
        pass(LONG);
        assertThat(handover.isSilent(LONG, SOON)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(handover.isSilent(LONG, SOON)).isTrue();
        List<Boolean> whileOneArrives = new ArrayList<>();
        nextWhile(LONG.multipliedBy(2), () -> whileOneArrives.add(handover.isSilent(LONG, SOON)));
        assertThat(whileOneArrives).containsExactly(false);
        pass(SOON);
        assertThat(handover.isSilent(LONG, SOON)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(handover.isSilent(LONG, SOON)).isTrue();
    }
}
