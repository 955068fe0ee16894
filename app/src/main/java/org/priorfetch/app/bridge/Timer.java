package org.priorfetch.app.bridge;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something once, later. Unlike a transition it does not keep the screen being drawn. */
@FunctionalInterface
public interface Timer {

    /** What is going to be done. */
    @FunctionalInterface
    interface Call {

        /** Nothing where it was done already. */
        void cancel();
    }

    Call after(Duration delay, Runnable work);

    /** On a thread that all share, so the work must be short. The screen's thread sleeps on. */
    static Timer aside() {
        return Shared::after;
    }

    /** On the FX thread. What was cancelled on it is not done any more. */
    static Timer onScreen() {
        return (delay, work) -> {
            boolean[] cancelled = new boolean[1]; // read and written on the FX thread
            Call call = Shared.after(delay, () -> FxToolkit.run(() -> {
                if (!cancelled[0]) {
                    work.run();
                }
            }));
            return () -> {
                cancelled[0] = true;
                call.cancel();
            };
        };
    }

    /** One thread for all that wait. */
    final class Shared {

        private static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().name("timer").daemon().factory());

        static {
            THREAD.setRemoveOnCancelPolicy(true);
        }

        private Shared() {}

        private static Call after(Duration delay, Runnable work) {
            ScheduledFuture<?> later = THREAD.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> later.cancel(false);
        }
    }
}
