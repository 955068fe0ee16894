package org.priorfetch.engine.store;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Runs work on a thread that nobody interrupts. Java closes a file channel under an interrupted thread, and H2 closes the
 * database with it: cancelling one transfer would end the store.
 */
final class Undisturbed {

    private Undisturbed() {}

    /** Waits for the work however often the caller is interrupted; a failure is told as it is explained. */
    static <T> T call(Callable<T> work, Function<Exception, StoreException> explain) {
        try {
            return await(work);
        } catch (Exception failure) {
            throw explain.apply(failure);
        }
    }

    /** Leaves the caller's interrupt for it to see. */
    private static <T> T await(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("store").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
