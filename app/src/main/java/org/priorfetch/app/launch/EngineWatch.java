package org.priorfetch.app.launch;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.priorfetch.app.bridge.SnapshotBridge;
import org.priorfetch.app.bridge.Ticker;
import org.priorfetch.app.tray.TrayState;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

/**
 * Tells the tray what the engine says, and when it says nothing any more: a running engine makes a snapshot every second.
 * Belongs to the FX thread.
 */
final class EngineWatch implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

    private final Consumer<TrayState> tray;
    private final LongSupplier nanoTime;
    private final SnapshotBridge bridge;
    private final Ticker ticker;
    private long lastHeard;

    EngineWatch(PrefetchEngine engine, Consumer<TrayState> tray, LongSupplier nanoTime) {
        this.tray = tray;
        this.nanoTime = nanoTime;
        lastHeard = nanoTime.getAsLong();
        bridge = new SnapshotBridge(engine, this::heard);
        ticker = new Ticker(LOOKED_AT_EVERY, this::look);
    }

    private void heard(EngineSnapshot snapshot) {
        lastHeard = nanoTime.getAsLong();
        tray.accept(TrayState.of(snapshot));
    }

    void look() {
        if (nanoTime.getAsLong() - lastHeard > PATIENCE.toNanos()) {
            tray.accept(TrayState.engineGone());
        }
    }

    @Override
    public void close() {
        bridge.close();
        ticker.close();
    }
}
