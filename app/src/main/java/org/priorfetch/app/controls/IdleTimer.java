package org.priorfetch.app.controls;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.priorfetch.app.bridge.FxToolkit;

/** Calls somebody when nothing has happened for a while. Used on the FX thread. */
public interface IdleTimer {

    /** Begins anew to wait. */
    void restart(Duration patience, Runnable tired);

    void stop();

    boolean isRunning();

    /** Waits for real, and calls on the FX thread. */
    static IdleTimer onScreen() {
        return new WakingTimer(System::nanoTime, (delay, work) -> CompletableFuture
                .delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, FxToolkit::run)
                .execute(work));
    }
}
