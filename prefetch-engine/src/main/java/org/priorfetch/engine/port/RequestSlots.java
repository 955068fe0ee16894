package org.priorfetch.engine.port;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Requests that may be under way at a peer at a time, and no more of them than that. First come, first served. */
public final class RequestSlots extends Semaphore {

    private static final long serialVersionUID = 1L;

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private int atATime;

    /** @param atATime 1 or more */
    public RequestSlots(int atATime) {
        super(atATime, true);
        this.atATime = atATime;
    }

    /**
     * Waits for a place as long as it is wanted, which is looked at every now and then. Answers whether there is one.
     *
     * @throws InterruptedException when whoever waits is stopped
     */
    public boolean take(BooleanSupplier unwanted) throws InterruptedException {
        return take(unwanted, Duration.ofNanos(Long.MAX_VALUE));
    }

    /** The same, but no longer than this. */
    public boolean take(BooleanSupplier unwanted, Duration atMost) throws InterruptedException {
        long begun = System.nanoTime();
        long left = atMost.toNanos();
        while (!tryAcquire(Math.min(LOOK_EVERY_NANOS, left), TimeUnit.NANOSECONDS)) {
            left = atMost.toNanos() - (System.nanoTime() - begun);
            if (unwanted.getAsBoolean() || left <= 0) {
                return false;
            }
        }
        return true;
    }

    /** From now on so many; what is too much ends with its work. */
    public synchronized void change(int wanted) {
        if (wanted > atATime) {
            release(wanted - atATime);
        } else {
            reducePermits(atATime - wanted);
        }
        atATime = wanted;
    }
}
