package org.priorfetch.engine.port;

/** A bandwidth budget that all connections with a peer share. Thread-safe. */
@FunctionalInterface
public interface Bandwidth {

    /** Accounts for the bytes and waits until they are paid for; returns for how many nanoseconds. */
    long spend(int bytes);

    /** How many of these bytes are to be read or written at once, so that many connections together overdraw little. */
    default int piece(int wanted) {
        return wanted;
    }

    /** For how long, all in all, bytes have been kept back until now. */
    default long keptBackNanos() {
        return 0;
    }

    /** Whether there is a limit now. */
    default boolean isLimited() {
        return false;
    }
}
