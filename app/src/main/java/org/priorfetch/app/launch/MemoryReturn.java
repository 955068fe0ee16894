package org.priorfetch.app.launch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import org.priorfetch.app.bridge.Ticker;

/**
 * Returns to the system what a busy time has left behind: the collector keeps the heap as large as it once was until it
 * is asked to look through all of it. Belongs to the FX thread.
 */
final class MemoryReturn implements AutoCloseable {

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(10);
    private static final long WORTH_A_PAUSE_BYTES = 6L << 20;

    private final BooleanSupplier unseen;
    private final Ticker ticker;
    private volatile long left = Runtime.getRuntime().totalMemory();

    /** @param unseen whether nobody would notice a short pause */
    MemoryReturn(BooleanSupplier unseen) {
        this.unseen = unseen;
        ticker = new Ticker(LOOKED_AT_EVERY, this::look);
    }

    private void look() {
        if (unseen.getAsBoolean() && Runtime.getRuntime().totalMemory() - left > WORTH_A_PAUSE_BYTES) {
            var _ = CompletableFuture.runAsync(this::collect);
        }
    }

    private void collect() {
        System.gc();
        left = Runtime.getRuntime().totalMemory();
    }

    @Override
    public void close() {
        ticker.close();
    }
}
