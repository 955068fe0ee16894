package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.PrefetchEngine.Subscription;
import org.priorfetch.engine.port.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new snapshot when something has changed, at most ten a second, and hands it to whoever has subscribed. While
 * something moves, rates are shown anew each second; otherwise only ages grow, and a sign of life is enough.
 */
final class SnapshotPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotPublisher.class);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration WHILE_MOVING = Duration.ofSeconds(1);

    private final Supplier<EngineSnapshot> source;
    private final Clock clock;
    private final List<Consumer<EngineSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<EngineSnapshot> latest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private long changes;
    private long shown;
    private long told;
    private boolean closed;

    SnapshotPublisher(Supplier<EngineSnapshot> source, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.latest = new AtomicReference<>(source.get());
    }

    void start() {
        Thread.ofVirtual().name("snapshots").start(this::publishUntilClosed);
    }

    /** Something has changed; may be called with any lock held. */
    void touch() {
        lock.lock();
        try {
            changes++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The latest snapshot, made anew when something has changed since, or rates and ages have become stale. */
    synchronized EngineSnapshot current() {
        Duration age = Duration.between(latest.get().at(), clock.now());
        return anewIf(age.compareTo(WHILE_MOVING) >= 0);
    }

    /** The latest snapshot, made anew only when something has changed since; its rates and ages may be stale. */
    synchronized EngineSnapshot latest() {
        return anewIf(false);
    }

    private EngineSnapshot anewIf(boolean stale) {
        if (takeChanges() || stale) {
            latest.set(source.get());
        }
        return latest.get();
    }

    /** Whether there were any since a snapshot was last made; subscribers are told of them all the same. */
    private boolean takeChanges() {
        lock.lock();
        try {
            boolean changed = shown != changes;
            shown = changes;
            return changed;
        } finally {
            lock.unlock();
        }
    }

    Subscription subscribe(Consumer<EngineSnapshot> listener) {
        hand(listener, current());
        listeners.add(listener);
        touch(); // what was told in between is told again
        return () -> listeners.remove(listener);
    }

    private void publishUntilClosed() {
        try {
            while (awaitWork()) {
                publish();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a change, or for the time when rates and ages are due to be shown anew. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long begun = System.nanoTime();
            long patience = longestInterval().toNanos();
            while (!closed && told == changes && patience > 0) {
                patience = woken.awaitNanos(patience);
            }
            long rest = begun + SHORTEST_INTERVAL.toNanos() - System.nanoTime();
            while (!closed && rest > 0) {
                rest = woken.awaitNanos(rest);
            }
            told = changes;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private Duration longestInterval() {
        boolean moving = latest.get().transfers().stream().anyMatch(transfer -> transfer.state().isUnderWay());
        return moving ? WHILE_MOVING : PrefetchEngine.SIGN_OF_LIFE_EVERY;
    }

    private void publish() {
        try {
            EngineSnapshot snapshot = current();
            listeners.forEach(listener -> hand(listener, snapshot));
        } catch (RuntimeException defect) {
            LOG.error("No snapshot could be made this time", defect);
        }
    }

    private static void hand(Consumer<EngineSnapshot> listener, EngineSnapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException defect) {
            LOG.error("A listener failed", defect);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
