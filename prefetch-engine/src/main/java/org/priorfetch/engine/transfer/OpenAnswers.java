package org.priorfetch.engine.transfer;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Answers that are waited for beside what goes on: over a distance the time that the PACS takes for storing would else be added
 * to every round trip to the source. Thread-safe.
 */
final class OpenAnswers {

    private final Phaser open = new Phaser(1);
    private final AtomicReference<@Nullable RuntimeException> defect = new AtomicReference<>();

    /** @param waiting for one answer, for a bounded time */
    void follow(Runnable waiting) {
        open.register();
        Thread.ofVirtual().start(() -> {
            try {
                waiting.run();
            } catch (RuntimeException first) {
                defect.compareAndSet(null, first);
            } finally {
                open.arriveAndDeregister();
            }
        });
    }

    /** Returns when no answer is open any more; throws what went wrong with one. */
    void awaitAll() {
        open.arriveAndAwaitAdvance();
        RuntimeException first = defect.getAndSet(null);
        if (first != null) {
            throw first;
        }
    }
}
