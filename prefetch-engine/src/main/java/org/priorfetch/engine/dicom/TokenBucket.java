package org.priorfetch.engine.dicom;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What a bandwidth budget has paid for. Bytes are spent first and paid for afterwards, in the order in which they were spent;
 * what stays unused is kept for a moment, so that whoever wakes up late loses nothing. Guarded by its owner, who tells the
 * time.
 */
final class TokenBucket {

    private static final double BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final double PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SMALLEST_PIECE = 1024;
    private static final double BITS_PER_BYTE = 8;
    private static final double NO_LIMIT = 0;

    private double bytesPerNano;
    private double spent;
    private double paid;
    private double owedNanos;
    private long settledAt;

    /** @param bitsPerSecond null for no limit */
    TokenBucket(@Nullable Long bitsPerSecond, long now) {
        this.bytesPerNano = bytesPerNano(bitsPerSecond);
        this.settledAt = now;
    }

    private static double bytesPerNano(@Nullable Long bitsPerSecond) {
        return bitsPerSecond == null ? NO_LIMIT : bitsPerSecond / BITS_PER_BYTE / TimeUnit.SECONDS.toNanos(1);
    }

    /** What is owed from now on is paid at this rate. */
    void change(@Nullable Long bitsPerSecond, long now) {
        settle(now);
        bytesPerNano = bytesPerNano(bitsPerSecond);
        settle(now);
    }

    boolean isLimited() {
        return bytesPerNano != NO_LIMIT;
    }

    /** The most that is to be read or written at once. */
    int largestPiece() {
        return isLimited() ? (int) Math.clamp(bytesPerNano * PIECE_NANOS, SMALLEST_PIECE, Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }

    /** Returns up to where must be paid before these bytes are paid for. */
    double spend(int bytes, long now) {
        settle(now);
        spent += bytes;
        return spent;
    }

    /** 0 when it is paid up to there. */
    long nanosUntilPaid(double position, long now) {
        settle(now);
        return paid >= position ? 0 : (long) Math.ceil((position - paid) / bytesPerNano);
    }

    /** For how long bytes that were spent have waited for being paid until now, all of them together. */
    long owedNanos(long now) {
        settle(now);
        return (long) owedNanos;
    }

    /** Whoever had to wait for others may tell a time that is over. */
    private void settle(long now) {
        long passed = Math.max(0, now - settledAt);
        owedNanos += isLimited() ? Math.clamp((spent - paid) / bytesPerNano, 0.0, (double) passed) : 0;
        paid = isLimited() ? Math.min(paid + passed * bytesPerNano, spent + BURST_NANOS * bytesPerNano) : spent;
        settledAt += passed;
    }
}
