package org.priorfetch.app.launch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import org.priorfetch.app.bridge.NextCall;
import org.priorfetch.app.bridge.Timer;

/**
 * Returns to the system what the start or a busy time has left behind: the collector keeps the heap as large as it once was
 * until it is asked to look through all of it.
 */
final class MemoryReturn implements AutoCloseable {

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(30);
    private static final long WORTH_A_PAUSE_BYTES = 6L << 20;

    private final BooleanSupplier seen;
    private final NextCall next;
    /** What was left the last time; nothing yet, so that the start is tidied up after. */
    private volatile long left;

    /**
     * @param seen whether somebody could notice a short pause; asked on any thread
     * @param timer works aside
     */
    MemoryReturn(BooleanSupplier seen, Timer timer) {
        this.seen = seen;
        next = new NextCall(timer);
        lookLater();
    }

    /** Takes some tens of milliseconds, in which everybody waits. */
    static void everything() {
        System.gc();
        MappedFiles.letGo();
    }

    private void lookLater() {
        next.after(LOOKED_AT_EVERY, this::look);
    }

    private void look() {
        if (!seen.getAsBoolean() && Runtime.getRuntime().totalMemory() - left > WORTH_A_PAUSE_BYTES) {
            var _ = CompletableFuture.runAsync(this::collect);
        }
        lookLater();
    }

    private void collect() {
        everything();
        left = Runtime.getRuntime().totalMemory();
    }

    @Override
    public void close() {
        next.close();
    }
}
