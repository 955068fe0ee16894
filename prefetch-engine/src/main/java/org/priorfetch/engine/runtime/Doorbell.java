package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.ProgramCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.StudyRef;

/** What a desktop offers to other processes: it can be asked to show its window, and knows nothing else. */
final class Doorbell implements PrefetchEngine {

    private static final EngineSnapshot NOTHING = new EngineSnapshot(0, Instant.EPOCH, false, false, List.of(),
            List.of(), List.of(), List.of(), PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS));

    private final BooleanSupplier reveal;

    Doorbell(BooleanSupplier reveal) {
        this.reveal = reveal;
    }

    @Override
    public void start() {}

    @Override
    public EngineSnapshot snapshot() {
        return NOTHING;
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        listener.accept(NOTHING);
        return () -> {};
    }

    @Override
    @SuppressWarnings("unchecked") // the answer has the type that the command states
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        if (command instanceof ProgramCommand.RevealWindow) {
            return (R) Boolean.valueOf(reveal.getAsBoolean());
        }
        throw new CommandFailedException(Message.of("channel.notUnderstood"));
    }

    @Override
    public void close() {}
}
