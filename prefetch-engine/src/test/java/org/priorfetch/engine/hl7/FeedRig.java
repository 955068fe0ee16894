package org.priorfetch.engine.hl7;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.OrderFeed;
import org.priorfetch.engine.port.RepositoryException;
import org.priorfetch.engine.tls.TlsCredentials;

/** A feed on a port of its own, and what it was told. */
final class FeedRig implements OrderFeed.Listener, AutoCloseable {

    static final MllpLimits LIMITS = new MllpLimits(64 * 1024, Duration.ofMinutes(1), Duration.ofSeconds(20),
            Duration.ofSeconds(20), 8);

    private final List<OrderEvent> events = new CopyOnWriteArrayList<>();
    private final List<Reason> deaf = new CopyOnWriteArrayList<>();
    private final Hl7Feed feed;
    private volatile @Nullable RuntimeException trouble;

    FeedRig(Path folder, MllpLimits limits, List<String> senders, Set<String> applications,
            @Nullable TlsCredentials tls) {
        this(folder, 0, limits, senders, applications, tls);
    }

    FeedRig(Path folder, int port, MllpLimits limits, List<String> senders, Set<String> applications,
            @Nullable TlsCredentials tls) {
        feed = new Hl7Feed(new FeedRules("orders", List.of(), "HOSP"),
                new Hl7Endpoint("127.0.0.1", port, senders, applications, null, tls), limits,
                new RejectedMessages(folder, Messages.ZONE), new RealClock());
        feed.start(this);
    }

    FeedRig(Path folder) {
        this(folder, LIMITS, List.of(), Set.of(), null);
    }

    int port() {
        await().atMost(Duration.ofSeconds(20)).until(() -> feed.port() != 0);
        return feed.port();
    }

    List<OrderEvent> events() {
        return events;
    }

    List<String> accessions() {
        return events.stream()
                .filter(OrderEvent.Scheduled.class::isInstance)
                .map(event -> ((OrderEvent.Scheduled) event).item().accessionNumber())
                .toList();
    }

    List<Reason> deaf() {
        return deaf;
    }

    void fail(@Nullable RuntimeException with) {
        trouble = with;
    }

    void failToStore() {
        fail(new RepositoryException("the disk is full", null));
    }

    @Override
    public void listening(String name) {
        deaf.clear();
    }

    @Override
    public void deaf(String name, Reason why) {
        deaf.add(why);
    }

    @Override
    public void told(String name, List<OrderEvent> told) {
        RuntimeException failure = trouble;
        if (failure != null) {
            throw failure;
        }
        events.addAll(told);
    }

    @Override
    public void close() {
        feed.close();
    }

    private static final class RealClock implements Clock {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public ZoneId zone() {
            return Messages.ZONE;
        }

        @Override
        public boolean pause(Duration duration, Cancellation cancellation) {
            return !cancellation.await(Duration.ofMillis(100));
        }
    }
}
