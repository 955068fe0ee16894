package org.priorfetch.app.bridge;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;

/** Starts JavaFX once for the life of the process, and takes work to its thread. */
public final class FxToolkit {

    private static final long START_SECONDS = 30;

    private enum State {
        NOT_TRIED, RUNNING, UNUSABLE
    }

    private static State state = State.NOT_TRIED;

    private FxToolkit() {}

    /**
     * Starts the toolkit if it is not running yet. Closing the last window does not end it.
     *
     * @throws IllegalStateException when the screen cannot be used; it is not tried twice
     */
    public static synchronized void start() {
        switch (state) {
            case RUNNING -> {
            }
            case UNUSABLE -> throw new IllegalStateException("The screen could not be used before");
            case NOT_TRIED -> {
                state = State.UNUSABLE;
                startNow();
                state = State.RUNNING;
            }
        }
    }

    public static void run(Runnable work) {
        Platform.runLater(work);
    }

    private static void startNow() {
        Thread.ofPlatform().name("fonts").daemon().start(() -> reach(FontSearch::searchSparingly));
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(running::countDown);
        } catch (RuntimeException | LinkageError noScreen) {
            throw new IllegalStateException("The screen cannot be used", noScreen);
        }
        await(running);
        Platform.setImplicitExit(false);
        Platform.runLater(() -> reach(RestingPulse::install));
    }

    /** What it stands on may be closed to us, or of another JavaFX; then JavaFX goes on as it always did. */
    private static void reach(Runnable into) {
        try {
            into.run();
        } catch (LinkageError _) {
            // nothing has been changed
        }
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
