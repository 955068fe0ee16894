package org.priorfetch.engine.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.WorklistFeed;

/** What happens to the polls of a worklist when what came of one cannot be recorded. */
class WorklistPollerTest {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger polls = new AtomicInteger();

    private final class Ris implements WorklistFeed {

        @Override
        public String name() {
            return "ris";
        }

        @Override
        public List<WorklistItem> poll(Instant from, Instant to) {
            polls.incrementAndGet();
            return List.of();
        }
    }

    /** Its pauses are over at once; the third poll is the last. */
    private final class Hurried implements Clock {

        @Override
        public Instant now() {
            return Instant.parse("2026-03-02T08:30:00Z");
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean pause(Duration duration, Cancellation stop) {
            return polls.get() < 3;
        }
    }

    private static final class FullDisk implements WorklistPoller.Listener {

        @Override
        public void answered(WorklistAnswer answer) {
            throw new IllegalStateException("the disk is full");
        }

        @Override
        public void failed(String worklist, PeerException failure) {
            throw new IllegalStateException("the disk is full");
        }
    }

    @Test
    void pollsOnWhenNothingOfItCanBeRecorded() {
        WorklistPoller poller = new WorklistPoller(new Ris(), EVERY, Duration.ofHours(24), new Hurried(),
                new FullDisk());
        assertThatCode(() -> poller.run(cancellation)).doesNotThrowAnyException();
        assertThat(polls).hasValue(3);
    }

    @Test
    void endsQuietlyWhenTheStoreIsClosedBehindIt() {
        cancellation.cancel();
        WorklistPoller poller = new WorklistPoller(new Ris(), EVERY, Duration.ofHours(24), new Hurried(),
                new FullDisk());
        assertThatCode(() -> poller.run(cancellation)).doesNotThrowAnyException();
    }
}
