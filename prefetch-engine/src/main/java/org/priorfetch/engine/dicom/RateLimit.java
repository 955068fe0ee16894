package org.priorfetch.engine.dicom;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.Bandwidth;

/**
 * A bandwidth budget shared by all connections to one peer: a token bucket that may run into debt, so that nobody has to
 * cut a read or write into pieces. Thread-safe.
 */
public final class RateLimit implements Bandwidth {

    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final double nanosPerByte;
    private long paidUntil = System.nanoTime();

    private RateLimit(double nanosPerByte) {
        this.nanosPerByte = nanosPerByte;
    }

    /** Null means no limit. */
    public static RateLimit of(@Nullable Long bitsPerSecond) {
        return new RateLimit(bitsPerSecond == null ? 0 : 8.0 * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond);
    }

    @Override
    public long spend(int bytes) {
        if (nanosPerByte == 0 || bytes <= 0) {
            return 0;
        }
        long until = debtAfter(bytes);
        long begun = System.nanoTime();
        long now = begun;
        while (until - now > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - now);
            now = System.nanoTime();
        }
        return now - begun;
    }

    private synchronized long debtAfter(int bytes) {
        paidUntil = Math.max(paidUntil, System.nanoTime() - BURST_NANOS) + (long) (bytes * nanosPerByte);
        return paidUntil;
    }
}
