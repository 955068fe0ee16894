package org.priorfetch.app.launch;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.bridge.NextCall;
import org.priorfetch.app.bridge.SnapshotBridge;
import org.priorfetch.app.bridge.Timer;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

/**
 * Hears what the engine says for as long as the desktop lives, and notices when it says nothing any more. One in another
 * process is missed as soon as that has ended. One that has not spoken yet is being opened. The FX thread is woken only for
 * what {@link Telling} finds worth it. Made, caught up with and closed on the FX thread.
 */
final class EngineWatch implements AutoCloseable {

    /** Who wants to know; told on the FX thread. */
    interface Listener {

        void heard(EngineSnapshot snapshot);

        /** The engine has ended or hangs; told again and again until it speaks. */
        void gone();
    }

    static final Duration PATIENCE = PrefetchEngine.LONGEST_SILENCE;
    private static final Duration REPEATED_EVERY = Duration.ofSeconds(5);

    private final Listener listener;
    private final LongSupplier nanoTime;
    private final NextCall next;
    private final Telling telling;
    private final SnapshotBridge bridge;
    private volatile @Nullable EngineSnapshot latest;
    private volatile long lastHeard;
    private volatile boolean ended;
    private volatile boolean closed;
    private volatile boolean behind;

    /**
     * @param seen whether anybody could see a window; asked on any thread
     * @param timer works aside
     */
    EngineWatch(PrefetchEngine engine, Listener listener, BooleanSupplier seen, LongSupplier nanoTime, Timer timer) {
        this.listener = listener;
        this.nanoTime = nanoTime;
        next = new NextCall(timer);
        telling = new Telling(seen);
        lookAfter(PATIENCE);
        bridge = new SnapshotBridge(engine, this::isWorthTelling, this::tell, this::hasEnded);
    }

    /** What was not worth telling is told now, because somebody looks. */
    void catchUp() {
        EngineSnapshot snapshot = latest;
        if (snapshot != null && behind && isSpeaking()) {
            tell(snapshot);
        }
    }

    private void hasEnded() {
        ended = true;
        lookAfter(Duration.ZERO);
    }

    private boolean isWorthTelling(EngineSnapshot snapshot) {
        ended = false;
        lastHeard = nanoTime.getAsLong();
        latest = snapshot;
        boolean worth = telling.isWorthTelling(snapshot);
        behind = !worth;
        return worth;
    }

    private void tell(EngineSnapshot snapshot) {
        behind = false;
        listener.heard(snapshot);
    }

    private void lookAfter(Duration delay) {
        next.after(delay, this::look);
    }

    /** Looks again when the engine could have been silent for too long. */
    private void look() {
        if (isSpeaking()) {
            long left = PATIENCE.toNanos() - (nanoTime.getAsLong() - lastHeard);
            lookAfter(latest == null ? PATIENCE : Duration.ofNanos(Math.max(0, left)).plusMillis(1));
        } else {
            telling.forget();
            FxToolkit.run(this::tellGone);
            lookAfter(REPEATED_EVERY);
        }
    }

    private void tellGone() {
        if (!closed && !isSpeaking()) {
            listener.gone();
        }
    }

    private boolean isSpeaking() {
        return !ended && (latest == null || nanoTime.getAsLong() - lastHeard <= PATIENCE.toNanos());
    }

    @Override
    public void close() {
        closed = true;
        next.close();
        bridge.close();
    }
}
