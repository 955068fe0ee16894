package org.priorfetch.engine.port;

/** A bandwidth budget that all connections with a peer share. Thread-safe. */
@FunctionalInterface
public interface Bandwidth {

    /** Accounts for the bytes and waits until they are paid for; returns for how many nanoseconds. */
    long spend(int bytes);
}
