package org.priorfetch.engine.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that works for the store: writes the marks and applies the retention. */
final class StoreKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreKeeper.class);
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DeliveredMarks marks;
    private final Retention retention;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("store-keeper").unstarted(this::run);
    private boolean inTrouble;

    private StoreKeeper(DeliveredMarks marks, Retention retention) {
        this.marks = marks;
        this.retention = retention;
    }

    static StoreKeeper start(DeliveredMarks marks, Retention retention) {
        StoreKeeper keeper = new StoreKeeper(marks, retention);
        keeper.thread.start();
        return keeper;
    }

    /** Ends the thread and writes what is left. */
    @Override
    public void close() {
        closing.countDown();
        marks.close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        marks.flush();
    }

    private void run() {
        try {
            do {
                boolean well = work();
                if (!well && closing.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } while (marks.awaitRound(IDLE));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean work() {
        try {
            marks.flush();
            retention.applyWhenDue();
            if (inTrouble) {
                LOG.info("The store can be written again.");
            }
            inTrouble = false;
        } catch (StoreException failure) {
            if (!inTrouble) {
                LOG.error(failure.getMessage(), failure);
            }
            inTrouble = true;
        }
        return !inTrouble;
    }
}
