package org.priorfetch.app.launch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.EngineHost;

/** The desktop as the command line sees it: it is shown once, on an engine that somebody else starts and stops. */
final class DesktopWindow implements EngineHost.Window {

    private static final Set<String> WITH_WINDOW = Set.of("run", "demo");
    /** With fewer, an engine that is being opened would keep the window waiting. */
    private static final int ENOUGH_PROCESSORS = 4;
    private static final Set<String> WITHOUT_WINDOW = Set.of("--headless", "--once", "--help", "--version");

    private final Outset outset;
    private final Desktop.TrayMaker tray;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Desktop desktop;
    private boolean revealLater;
    private boolean over;

    DesktopWindow(Outset outset, Desktop.TrayMaker tray) {
        this.outset = outset;
        this.tray = tray;
    }

    /** Whether these words of the command line ask for a window, as far as can be seen before they are read in earnest. */
    static boolean isLikely(String... arguments) {
        Set<String> words = new HashSet<>(List.of(arguments));
        return !Collections.disjoint(words, WITH_WINDOW) && Collections.disjoint(words, WITHOUT_WINDOW);
    }

    /** Starts what takes longest, while others are busy. */
    static void prepare() {
        Thread.ofPlatform().name("screen").daemon().start(DesktopWindow::isPossible);
    }

    /** Whether a window can be opened here. Starts the JavaFX toolkit to find out, where there may be a screen at all. */
    static boolean isPossible() {
        if (!Display.isPresent()) {
            return false;
        }
        try {
            FxToolkit.start();
            return true;
        } catch (IllegalStateException unusable) {
            return false;
        }
    }

    @Override
    public void show(PrefetchEngine engine, Path home, EngineHost.Opening opening) {
        try (Profile profile = Profile.at(home)) {
            show(engine, profile, SessionStart.of(home), opening);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the user quits; an interrupt ends it. May be called from any thread but the toolkit's own.
     *
     * @throws IllegalStateException when the screen cannot be used
     */
    void show(PrefetchEngine engine, Profile profile, AutoStart autoStart, EngineHost.Opening opening)
            throws InterruptedException {
        boolean windowFirst = opening == EngineHost.Opening.WINDOW
                && Runtime.getRuntime().availableProcessors() < ENOUGH_PROCESSORS;
        if (!windowFirst) {
            engine.start();
        }
        FxToolkit.start();
        FxToolkit.run(() -> {
            try {
                open(new Desktop(engine, outset, profile, autoStart, tray, this::end), opening);
                engine.start();
            } catch (RuntimeException | Error failure) {
                ended.completeExceptionally(failure);
            }
        });
        try {
            ended.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The window could not be opened", failure.getCause());
        } finally {
            FxToolkit.run(this::close);
        }
    }

    private synchronized void open(Desktop opened, EngineHost.Opening opening) {
        if (over) {
            opened.close();
            return;
        }
        desktop = opened;
        opened.start(revealLater ? EngineHost.Opening.WINDOW : opening);
    }

    private synchronized void close() {
        over = true;
        if (desktop != null) {
            desktop.close();
            desktop = null;
        }
    }

    @Override
    public void end() {
        ended.complete(null);
    }

    @Override
    public synchronized boolean reveal() {
        if (desktop == null) {
            revealLater = true;
        } else {
            FxToolkit.run(desktop::open);
        }
        return !over;
    }
}
