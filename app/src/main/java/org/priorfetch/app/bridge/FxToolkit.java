package org.priorfetch.app.bridge;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;

/** Starts JavaFX once for the life of the process, and takes work to its thread. */
public final class FxToolkit {

    private static final long START_SECONDS = 30;

    private static boolean started;

    private FxToolkit() {}

    /**
     * Starts the toolkit if it is not running yet. Closing the last window does not end it.
     *
     * @throws IllegalStateException when the screen cannot be used
     */
    public static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(running::countDown);
        } catch (UnsupportedOperationException noScreen) {
            throw new IllegalStateException("The screen cannot be used", noScreen);
        }
        await(running);
        Platform.setImplicitExit(false);
        started = true;
    }

    public static void run(Runnable work) {
        Platform.runLater(work);
    }

    private static void await(CountDownLatch running) {
        try {
            if (!running.await(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The screen did not answer within " + START_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the screen was starting", interrupted);
        }
    }
}
