package org.priorfetch.app.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

/** An engine that publishes the snapshots that a test hands to it. */
public final class ScriptedEngine implements PrefetchEngine {

    private final List<Consumer<EngineSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile EngineSnapshot snapshot;

    public ScriptedEngine(EngineSnapshot first) {
        snapshot = first;
    }

    public void publish(EngineSnapshot next) {
        snapshot = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public void start() {}

    @Override
    public EngineSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        listeners.add(listener);
        listener.accept(snapshot);
        return () -> listeners.remove(listener);
    }

    @Override
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        throw new UnsupportedOperationException("The window shows only");
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
