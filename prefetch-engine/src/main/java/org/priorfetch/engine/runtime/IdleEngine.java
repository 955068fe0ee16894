package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.StudyRef;

/** Does nothing, and says why. */
final class IdleEngine implements PrefetchEngine {

    private final EngineSnapshot snapshot;
    private final Message why;

    private IdleEngine(EngineSnapshot snapshot, Message why) {
        this.snapshot = snapshot;
        this.why = why;
    }

    static IdleEngine withoutSettings(long sequence, Instant now) {
        return new IdleEngine(new EngineSnapshot(sequence, now, false, false, List.of(), List.of(), List.of(),
                List.of(), PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS), null, List.of(), 0, false),
                Message.of("site.notConfigured"));
    }

    /** Goes on showing what was known, while one engine takes another's place. */
    static IdleEngine inBetween(EngineSnapshot last) {
        return new IdleEngine(last, Message.of("site.takingOver"));
    }

    @Override
    public void start() {}

    @Override
    public EngineSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        listener.accept(snapshot);
        return () -> {};
    }

    @Override
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        throw new CommandFailedException(why);
    }

    @Override
    public void close() {}
}
