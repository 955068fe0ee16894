package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.Clock;

/** Does nothing, and says why; and says so again and again, so that nobody takes it for dead. */
final class IdleEngine implements PrefetchEngine {

    private final SnapshotPublisher publisher;
    private final Message why;

    private IdleEngine(EngineSnapshot shown, Message why, AtomicLong sequence, Clock clock) {
        this.publisher = new SnapshotPublisher(() -> again(shown, sequence.incrementAndGet(), clock.now()), clock);
        this.why = why;
    }

    /** @param sequence the number of the last snapshot; grows with each new one */
    static IdleEngine withoutSettings(AtomicLong sequence, Clock clock) {
        EngineSnapshot nothing = new EngineSnapshot(sequence.get(), clock.now(), false, false, List.of(), List.of(),
                List.of(), List.of(), PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS), null, List.of(), 0, false);
        return new IdleEngine(nothing, Message.of("site.notConfigured"), sequence, clock);
    }

    /** Goes on showing what was known, while one engine takes another's place. */
    static IdleEngine inBetween(EngineSnapshot last, AtomicLong sequence, Clock clock) {
        return new IdleEngine(last, Message.of("site.takingOver"), sequence, clock);
    }

    private static EngineSnapshot again(EngineSnapshot shown, long sequence, Instant at) {
        return new EngineSnapshot(sequence, at, shown.paused(), shown.settled(), shown.appointments(),
                shown.transfers(), shown.sources(), shown.worklists(), shown.pacs(), shown.pausedUntil(),
                shown.alerts(), shown.needsReview(), shown.configured(), shown.deliveryTest());
    }

    @Override
    public void start() {
        publisher.start();
    }

    @Override
    public EngineSnapshot snapshot() {
        return publisher.current();
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        return publisher.subscribe(listener);
    }

    @Override
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        throw new CommandFailedException(why);
    }

    @Override
    public void close() {
        publisher.close();
    }
}
