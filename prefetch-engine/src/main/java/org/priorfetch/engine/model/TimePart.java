package org.priorfetch.engine.model;

/** What the time of a transfer is spent on. */
public enum TimePart {
    /** Asking the source for its list of instances, and the PACS what it holds. */
    QUERY,
    /** Waiting until one of the associations that a peer allows is free. */
    SLOT,
    /** Opening connections: TCP, TLS, association. */
    CONNECT,
    /** Waiting for the line to carry a request there and the answer back, once for each operation. */
    ROUND_TRIPS,
    /** Waiting for the source to begin an answer, beyond the round trip. */
    SOURCE,
    /** Waiting for the rest of an answer that has begun. */
    LINE,
    /** Waiting until the PACS has taken what is sent, and has answered. */
    PACS,
    /** Kept back by the bandwidth budget of the site. */
    LIMIT,
    /** Our own work. */
    OURS
}
