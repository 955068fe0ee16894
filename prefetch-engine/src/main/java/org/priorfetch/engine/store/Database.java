package org.priorfetch.engine.store;

import java.util.concurrent.Callable;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads and writes in transactions. A write that has returned is on the disk.
 *
 * @param renewConnections called after a failure, because H2 closes the database after a failed write, and opens it again
 *            only for a new connection
 * @param checkpoint statement that forces commits to the disk; empty where a commit does so itself
 */
record Database(Jdbi jdbi, StoreErrors errors, Runnable renewConnections, String checkpoint) {

    /** H2 hands commits to the disk when it suits it; this makes it write and sync them. */
    static final String H2_CHECKPOINT = "CHECKPOINT SYNC";

    private static final int TRIES = 3;

    <T> T read(HandleCallback<T, RuntimeException> query) {
        return guarded(() -> jdbi.withHandle(query));
    }

    void write(HandleConsumer<RuntimeException> change) {
        change(handle -> {
            change.useHandle(handle);
            return true;
        });
    }

    <T> T change(HandleCallback<T, RuntimeException> change) {
        return guarded(() -> jdbi.withHandle(handle -> commit(handle, change)));
    }

    private <T> T commit(Handle handle, HandleCallback<T, RuntimeException> change) {
        T result = tryUntilAlone(handle, change);
        if (!checkpoint.isEmpty()) {
            handle.execute(checkpoint);
        }
        return result;
    }

    private static <T> T tryUntilAlone(Handle handle, HandleCallback<T, RuntimeException> change) {
        for (int failures = 0; true; failures++) {
            try {
                return handle.inTransaction(change);
            } catch (RuntimeException failure) {
                if (failures + 1 == TRIES || !StoreErrors.isLostRace(failure)) {
                    throw failure;
                }
            }
        }
    }

    private <T> T guarded(Callable<T> work) {
        return Undisturbed.call(work, failure -> {
            renewConnections.run();
            return errors.whileWorking(failure);
        });
    }
}
