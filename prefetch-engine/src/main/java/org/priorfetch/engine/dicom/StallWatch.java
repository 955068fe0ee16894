package org.priorfetch.engine.dicom;

import org.priorfetch.engine.port.Trickle;

/** Since when a read or a write of one socket has been blocked, and for how long it may. Thread-safe. */
final class StallWatch {

    private static final long NOT_BLOCKED = 0;

    private final Trickle instance = new Trickle();
    private volatile boolean inInstance;
    private volatile long readingSince = NOT_BLOCKED;
    private volatile long writingSince = NOT_BLOCKED;
    private volatile long readNanos = Long.MAX_VALUE;
    private volatile long writeNanos = Long.MAX_VALUE;

    /** From now on a read may be blocked so long without a byte; {@link Long#MAX_VALUE} for ever. */
    void limitRead(long nanos) {
        readNanos = nanos;
    }

    void limitWrite(long nanos) {
        writeNanos = nanos;
    }

    /** A read begins; returns when. */
    long reads() {
        long begun = now();
        readingSince = begun;
        return begun;
    }

    /** @param count bytes that came */
    void hasRead(int count) {
        long since = readingSince;
        readingSince = NOT_BLOCKED;
        if (inInstance) {
            instance.came(count, now() - since);
        }
    }

    /** From now on enough must come of what is read, until the end. */
    void instanceBegins() {
        instance.restart();
        inInstance = true;
    }

    void instanceEnds() {
        inInstance = false;
    }

    /** A write begins; returns when. */
    long writes() {
        long begun = now();
        writingSince = begun;
        return begun;
    }

    void hasWritten() {
        writingSince = NOT_BLOCKED;
    }

    boolean isExceeded(long now) {
        return exceeds(readingSince, readNanos, now) || exceeds(writingSince, writeNanos, now) || isTrickling(now);
    }

    private boolean isTrickling(long now) {
        long since = readingSince;
        return inInstance && since != NOT_BLOCKED && instance.isTooLittle(now - since, readNanos);
    }

    /** How long the peer may still take, at the least; {@link SocketGuard#NEVER} while nothing is expected of it. */
    long nanosLeft(long now) {
        return Math.min(left(readingSince, readNanos, readNanos, now),
                left(writingSince, writeNanos, SocketGuard.NEVER, now));
    }

    /** How long a write may be blocked. */
    long writeNanos() {
        return writeNanos;
    }

    private static long left(long since, long limitNanos, long whileNotBlocked, long now) {
        if (limitNanos == Long.MAX_VALUE) {
            return SocketGuard.NEVER;
        }
        return since == NOT_BLOCKED ? whileNotBlocked : Math.max(0, limitNanos - (now - since));
    }

    private static boolean exceeds(long since, long limitNanos, long now) {
        return since != NOT_BLOCKED && limitNanos != Long.MAX_VALUE && now - since > limitNanos;
    }

    private static long now() {
        long now = System.nanoTime();
        return now == NOT_BLOCKED ? 1 : now;
    }
}
