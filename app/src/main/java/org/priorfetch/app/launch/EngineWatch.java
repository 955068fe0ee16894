package org.priorfetch.app.launch;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.priorfetch.app.bridge.SnapshotBridge;
import org.priorfetch.app.bridge.Ticker;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

/**
 * Hears what the engine says for as long as the desktop lives, and notices when it says nothing any more: a running engine
 * makes a snapshot every few seconds. One that has not spoken yet is being opened. Belongs to the FX thread.
 */
final class EngineWatch implements AutoCloseable {

    /** Who wants to know. */
    interface Listener {

        void heard(EngineSnapshot snapshot);

        /** The engine has ended or hangs; told again and again until it speaks. */
        void gone();
    }

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

    private final Listener listener;
    private final LongSupplier nanoTime;
    private final SnapshotBridge bridge;
    private final Ticker ticker;
    private boolean spoke;
    private long lastHeard;

    EngineWatch(PrefetchEngine engine, Listener listener, LongSupplier nanoTime) {
        this.listener = listener;
        this.nanoTime = nanoTime;
        bridge = new SnapshotBridge(engine, this::heard);
        ticker = new Ticker(LOOKED_AT_EVERY, this::look);
    }

    private void heard(EngineSnapshot snapshot) {
        spoke = true;
        lastHeard = nanoTime.getAsLong();
        listener.heard(snapshot);
    }

    void look() {
        if (spoke && nanoTime.getAsLong() - lastHeard > PATIENCE.toNanos()) {
            listener.gone();
        }
    }

    @Override
    public void close() {
        bridge.close();
        ticker.close();
    }
}
