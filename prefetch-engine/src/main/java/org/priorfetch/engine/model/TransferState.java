package org.priorfetch.engine.model;

/** Where a transfer job stands. */
public enum TransferState {
    /** Waits for its turn. */
    QUEUED(false),
    /** Failed for now; tried again after a back-off, or waits for the source's hours. */
    WAITING(false),
    /** Instances are being retrieved and delivered. */
    RUNNING(false),
    /** All was sent; the PACS is being asked for proof. */
    VERIFYING(false),
    /** A person must decide. */
    HELD(true),
    /** The PACS holds every expected instance, proven. */
    COMPLETE(true),
    /** Some instances could not be delivered. */
    PARTIAL(true),
    /** No instance could be delivered. */
    FAILED(true),
    /** Stopped by a person, or no longer needed. */
    CANCELLED(true);

    private final boolean terminal;

    TransferState(boolean terminal) {
        this.terminal = terminal;
    }

    /** Whether nothing more happens by itself. */
    public boolean isTerminal() {
        return terminal;
    }

    /** Whether it ended in a way that a person should look at. */
    public boolean isTrouble() {
        return this == HELD || this == PARTIAL || this == FAILED;
    }

    public boolean isUnderWay() {
        return this == RUNNING || this == VERIFYING;
    }
}
