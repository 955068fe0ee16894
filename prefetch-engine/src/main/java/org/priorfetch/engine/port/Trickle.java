package org.priorfetch.engine.port;

/**
 * Whether so little comes of something that it will never be there: a peer that sends a byte now and then keeps a place that
 * others wait for. Only the time counts in which nothing else than the peer is waited for. Thread-safe.
 */
public final class Trickle {

    /** Bytes; less on any line, however many share it, is as good as nothing. */
    static final int ENOUGH = 4096;

    /** So many times as long as nothing may come at all. */
    private static final int PATIENCE = 3;

    private long bytes;
    private long waited;

    /** Something else begins to come. */
    public synchronized void restart() {
        bytes = 0;
        waited = 0;
    }

    /**
     * Something came.
     *
     * @param count bytes
     * @param nanos so long it was waited for
     */
    public synchronized void came(long count, long nanos) {
        bytes += count;
        waited += nanos;
        if (bytes >= ENOUGH) {
            restart();
        }
    }

    /**
     * Whether it has been too little for too long.
     *
     * @param nanos since when the next byte is waited for
     * @param stall for so long nothing may come, in ns
     */
    public synchronized boolean isTooLittle(long nanos, long stall) {
        return stall < Long.MAX_VALUE / PATIENCE && waited + nanos > PATIENCE * stall;
    }
}
