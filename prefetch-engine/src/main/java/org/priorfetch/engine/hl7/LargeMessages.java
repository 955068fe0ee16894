package org.priorfetch.engine.hl7;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Messages that hold documents are taken one after the other, so that many senders cannot fill the memory with them. */
final class LargeMessages {

    /** Above this many bytes a message is large. */
    static final int ORDINARY = 1024 * 1024;

    private final Semaphore one = new Semaphore(1);

    /** Whether the turn came within the time. */
    boolean enter(long millis) {
        try {
            return one.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        one.release();
    }
}
