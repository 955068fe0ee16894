package org.priorfetch.engine.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** An engine that shows the given snapshots one after the other, then the last one for ever, and notes what it is told. */
public final class ScriptedEngine implements PrefetchEngine {

    /** Answers commands. */
    @FunctionalInterface
    public interface Answers {

        Object to(EngineCommand<?> command) throws CommandFailedException;
    }

    public final List<EngineCommand<?>> commands = new CopyOnWriteArrayList<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<EngineSnapshot> snapshots;
    private final List<Consumer<EngineSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Answers answers;
    private int taken;

    public ScriptedEngine(EngineSnapshot... snapshots) {
        this.snapshots = new ArrayDeque<>(List.of(snapshots));
    }

    public ScriptedEngine answering(Answers newAnswers) {
        this.answers = newAnswers;
        return this;
    }

    public synchronized void show(EngineSnapshot snapshot) {
        snapshots.clear();
        snapshots.add(snapshot);
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    public synchronized int snapshotsTaken() {
        return taken;
    }

    @Override
    public void start() {
        calls.add("start");
    }

    @Override
    public synchronized EngineSnapshot snapshot() {
        taken++;
        return snapshots.size() > 1 ? snapshots.removeFirst() : snapshots.getFirst();
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        listener.accept(snapshot());
        listeners.add(listener);
        return () -> {
            listeners.remove(listener);
            calls.add("unsubscribe");
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        commands.add(command);
        Answers script = answers;
        if (script == null) {
            throw new AssertionError("no answer was scripted");
        }
        return (R) script.to(command);
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
