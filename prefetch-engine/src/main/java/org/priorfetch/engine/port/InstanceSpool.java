package org.priorfetch.engine.port;

import java.io.IOException;

import org.priorfetch.engine.model.InstanceHeader;

/** Keeps instances on disk until they are known to be the right ones. */
public interface InstanceSpool {

    /** An instance on disk. */
    interface Spooled {

        InstanceHeader header();

        /** How many bytes its data set has. */
        long bytes();

        /** Hands the instance to the action as if it were arriving now. */
        <T, X extends Exception> T replay(Action<T, X> action) throws IOException, X;

        /** Removes it from the disk. */
        void discard();
    }

    /** What is done with a replayed instance. */
    @FunctionalInterface
    interface Action<T, X extends Exception> {

        T on(InstanceInFlight instance) throws IOException, X;
    }

    /** Counts bytes of a study that have come, and are neither kept here nor in the PACS. Thread-safe. */
    @FunctionalInterface
    interface Tally extends AutoCloseable {

        /** So many more, or fewer. */
        void add(long bytes);

        /** Whatever they are, they are known elsewhere now. */
        @Override
        default void close() {}
    }

    /** Begins to count from 0, in a way that outlives a program that is killed: what the tally said then is left behind, too. */
    default Tally tally(String studyInstanceUid) {
        return _ -> {};
    }

    /**
     * Writes the instance to disk, unchanged.
     *
     * @throws BrokenInstanceException when it broke off; nothing is kept
     * @throws IOException when the disk does not take it; nothing is kept
     */
    Spooled keep(InstanceInFlight instance) throws IOException;

    /** Bytes of the study that a program which was killed had left on the disk; told once. */
    default long leftBehind(String studyInstanceUid) {
        return 0;
    }
}
