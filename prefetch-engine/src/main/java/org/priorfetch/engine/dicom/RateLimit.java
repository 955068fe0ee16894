package org.priorfetch.engine.dicom;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A bandwidth budget shared by all connections to one peer: a token bucket that may run into debt, so that nobody has to
 * cut a read or write into pieces. Thread-safe.
 */
final class RateLimit {

    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final double nanosPerByte;
    private long paidUntil = System.nanoTime();

    private RateLimit(double nanosPerByte) {
        this.nanosPerByte = nanosPerByte;
    }

    /** Null means no limit. */
    static RateLimit of(@Nullable Long bitsPerSecond) {
        return new RateLimit(bitsPerSecond == null ? 0 : 8.0 * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond);
    }

    /** Accounts for the bytes and waits until they are paid for. */
    void spend(int bytes) {
        if (nanosPerByte == 0 || bytes <= 0) {
            return;
        }
        long until = debtAfter(bytes);
        for (long wait = until - System.nanoTime(); wait > 0
                && !Thread.currentThread().isInterrupted(); wait = until - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    private synchronized long debtAfter(int bytes) {
        paidUntil = Math.max(paidUntil, System.nanoTime() - BURST_NANOS) + (long) (bytes * nanosPerByte);
        return paidUntil;
    }
}
