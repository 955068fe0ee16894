package org.priorfetch.engine.dicom;

/** Hears what the work with a peer waits for, in nanoseconds. Called from the threads that wait. */
interface Waits {

    Waits NONE = new Waits() {};

    /** One that goes on until it is closed. */
    @FunctionalInterface
    interface Waiting extends AutoCloseable {

        @Override
        void close();
    }

    /** For one of the associations that the peer allows. */
    default Waiting forSlot() {
        return () -> {};
    }

    /** For a connection to be opened, TLS and association included. */
    default Waiting forConnection() {
        return () -> {};
    }

    /** For answers to what others have sent. */
    default Waiting forAnswers() {
        return () -> {};
    }

    /** A read begins, at this {@link System#nanoTime}. */
    default void reads(long now) {}

    /**
     * It was for a PDU to begin (PS3.8 9.3), and has ended.
     *
     * @param count bytes that came; 0 where it was in vain
     */
    default void forPdu(int count, long nanos) {}

    /** The same for the rest of a PDU. */
    default void toRead(int count, long nanos) {}

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

    /** So many bytes came of an instance that has to come once more. */
    default void inVain(long bytes) {}
}
