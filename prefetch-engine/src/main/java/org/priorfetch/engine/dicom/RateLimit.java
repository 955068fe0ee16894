package org.priorfetch.engine.dicom;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.Bandwidth;

/**
 * A bandwidth budget shared by all connections to one peer, in both directions. It can be changed at any time; who waits then
 * waits as long as the new one demands. Thread-safe.
 */
public final class RateLimit implements Bandwidth {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TokenBucket bucket;
    /** Of the bucket, to be read without the lock. */
    private volatile int largestPiece;

    private RateLimit(@Nullable Long bitsPerSecond) {
        this.bucket = new TokenBucket(bitsPerSecond, System.nanoTime());
        this.largestPiece = bucket.largestPiece();
    }

    /** Null means no limit. */
    public static RateLimit of(@Nullable Long bitsPerSecond) {
        return new RateLimit(bitsPerSecond);
    }

    /** From now on; null for no limit. */
    public void change(@Nullable Long bitsPerSecond) {
        lock.lock();
        try {
            bucket.change(bitsPerSecond, System.nanoTime());
            largestPiece = bucket.largestPiece();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isLimited() {
        return largestPiece != Integer.MAX_VALUE;
    }

    @Override
    public long keptBackNanos() {
        lock.lock();
        try {
            return bucket.owedNanos(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int piece(int wanted) {
        return Math.min(wanted, largestPiece);
    }

    @Override
    public long spend(int bytes) {
        if (bytes <= 0 || !isLimited()) {
            return 0;
        }
        long begun = System.nanoTime();
        lock.lock();
        try {
            awaitPaid(bucket.spend(bytes, begun), begun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return System.nanoTime() - begun;
    }

    private void awaitPaid(double position, long begun) throws InterruptedException {
        long left = bucket.nanosUntilPaid(position, begun);
        while (left > 0) {
            boolean wokenByChange = changed.awaitNanos(left) > 0;
            left = wokenByChange ? bucket.nanosUntilPaid(position, System.nanoTime()) : 0;
        }
    }
}
