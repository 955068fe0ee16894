package org.priorfetch.app.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

/**
 * Brings snapshots from the engine's thread to the screen's: at most ten a second, one call under way at a time, and the
 * latest snapshot wins. Nothing is shown after {@link #close()} when that is called on the screen's thread.
 */
public final class SnapshotBridge implements AutoCloseable {

    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Predicate<EngineSnapshot> worth;
    private final Consumer<EngineSnapshot> screen;
    private final Executor screenThread;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable EngineSnapshot> latest = new AtomicReference<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final PrefetchEngine.Subscription subscription;
    private volatile long nextShowing;
    private volatile boolean closed;

    /** Carries the engine's snapshots to the FX thread. */
    public SnapshotBridge(PrefetchEngine engine, Consumer<EngineSnapshot> screen) {
        this(engine, _ -> true, screen, () -> {});
    }

    /**
     * Carries the engine's snapshots to the FX thread.
     *
     * @param worth asked on the engine's thread whether the FX thread is to be woken for a snapshot
     * @param gone called on the engine's thread when it has ended
     */
    public SnapshotBridge(PrefetchEngine engine, Predicate<EngineSnapshot> worth, Consumer<EngineSnapshot> screen,
            Runnable gone) {
        this(engine, worth, screen, gone, FxToolkit::run, System::nanoTime);
    }

    SnapshotBridge(PrefetchEngine engine, Predicate<EngineSnapshot> worth, Consumer<EngineSnapshot> screen,
            Runnable gone, Executor screenThread, LongSupplier nanoTime) {
        this.worth = worth;
        this.screen = screen;
        this.screenThread = screenThread;
        this.nanoTime = nanoTime;
        nextShowing = nanoTime.getAsLong();
        subscription = engine.subscribe(this::arrived, gone);
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }

    private void arrived(EngineSnapshot snapshot) {
        if (!worth.test(snapshot)) {
            return;
        }
        latest.set(snapshot);
        if (!closed && underWay.compareAndSet(false, true)) {
            long wait = nextShowing - nanoTime.getAsLong();
            Executor executor = wait <= 0 ? screenThread
                    : CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, screenThread);
            executor.execute(this::show);
        }
    }

    private void show() {
        nextShowing = nanoTime.getAsLong() + PACE_NANOS;
        underWay.set(false);
        EngineSnapshot snapshot = latest.getAndSet(null);
        if (snapshot != null && !closed) {
            screen.accept(snapshot);
        }
    }
}
