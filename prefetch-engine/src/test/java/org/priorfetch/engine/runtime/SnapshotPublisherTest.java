package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.testing.StandingClock;

class SnapshotPublisherTest {

    private final StandingClock clock = new StandingClock();
    private final AtomicLong made = new AtomicLong();
    private final List<Long> told = new CopyOnWriteArrayList<>();
    private final SnapshotPublisher publisher = new SnapshotPublisher(this::snapshot, clock);

    private EngineSnapshot snapshot() {
        return new EngineSnapshot(made.incrementAndGet(), clock.now(), false, true, List.of(), List.of(), List.of(),
                List.of(), PeerStatus.unknown(PeerKind.PACS, "pacs"));
    }

    @BeforeEach
    void listen() {
        publisher.subscribe(snapshot -> told.add(snapshot.sequence()));
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void whoeverAsksFirstAfterAChangeDoesNotKeepItFromThoseWhoListen() {
        publisher.touch();
        long asked = publisher.current().sequence();

        publisher.start();

        await().until(() -> told.contains(asked));
    }

    @Test
    void theLatestIsMadeAnewForAChangeAndNotForTheTime() {
        long first = publisher.latest().sequence();
        clock.turnOn(Duration.ofMinutes(1));
        assertThat(publisher.latest().sequence()).isEqualTo(first);

        publisher.touch();
        assertThat(publisher.latest().sequence()).isEqualTo(first + 1);
    }

    @Test
    void whoAsksForTheCurrentOneGetsItsTimesAnewAfterASecond() {
        EngineSnapshot first = publisher.current();
        clock.turnOn(Duration.ofMillis(999));
        assertThat(publisher.current()).isSameAs(first);

        clock.turnOn(Duration.ofMillis(1));
        assertThat(publisher.current().at()).isEqualTo(first.at().plusSeconds(1));
    }
}
