package org.priorfetch.engine.dicom;

/** Hears what the work with a peer waits for, in nanoseconds. Called from the threads that wait. */
interface Waits {

    Waits NONE = new Waits() {};

    /** For one of the associations that the peer allows. */
    default void forSlot(long nanos) {}

    /** For a connection to be opened, TLS and association included. */
    default void forConnection(long nanos) {}

    /** A read begins, at this {@link System#nanoTime}. */
    default void reads(long now) {}

    /** For a PDU to begin (PS3.8 9.3). */
    default void forPdu(long nanos) {}

    /** For the rest of a PDU to arrive. */
    default void toRead(long nanos) {}

    /** A write begins, at this {@link System#nanoTime}. */
    default void writes(long now) {}

    /** For bytes to be taken by the line. */
    default void toWrite(long nanos) {}

    /** For the bandwidth budget. */
    default void forBudget(long nanos) {}

    /**
     * An instance that was asked for begins to arrive.
     *
     * @param window how many operations at a time its association allows
     */
    default void instanceBegins(int window) {}

    /** It has arrived. */
    default void instanceEnds() {}

    /** It is about to be answered for. */
    default void instanceAnswered() {}
}
