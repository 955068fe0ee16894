package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.output.Progress;
import org.priorfetch.engine.cli.output.StatusText;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.settings.SiteSettings;

/** Runs the product on a home folder: in its window, on the terminal, or for one pass. */
final class EngineRun {

    private static final Executor REHEARSED = CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS);

    private final Engines engines;
    private final Terminal terminal;
    private final Path home;
    private final boolean rehearsal;

    /** @param rehearsal whether a window closes by itself once it has shown what there is */
    EngineRun(Engines engines, Terminal terminal, Path home, boolean rehearsal) {
        this.engines = engines;
        this.terminal = terminal;
        this.home = home;
        this.rehearsal = rehearsal;
    }

    /**
     * Until the user quits. Shows an engine that runs already, so that a service and a desktop go together; where there
     * is a desktop already, its window.
     */
    int inWindow(EngineHost.Window window, EngineHost.Opening opening)
            throws CommandException, HomeUnusableException {
        Optional<EngineHost.Seat> seat = engines.host().seat(home, window::reveal);
        if (seat.isEmpty()) {
            terminal.say(Message.of("cli.windowRevealed", home));
            return ExitCode.OK;
        }
        try (EngineHost.Seat own = seat.get()) {
            show(window, opening, own);
        }
        return ExitCode.OK;
    }

    /** The window has the engine opened, which takes its time as well. */
    private void show(EngineHost.Window window, EngineHost.Opening opening, EngineHost.Seat seat)
            throws CommandException, HomeUnusableException {
        try (OpeningEngine engine = OpeningEngine.of(() -> attachOrCompose(seat));
                Shutdown _ = Shutdown.closing(engine)) {
            engine.onFailure(window::end);
            if (rehearsal) {
                engine.subscribe(_ -> REHEARSED.execute(window::end));
            }
            window.show(engine, home, opening);
            engine.throwFailure();
        }
    }

    private PrefetchEngine attachOrCompose(EngineHost.Seat seat) throws HomeUnusableException {
        seat.announce();
        Optional<PrefetchEngine> running = engines.host().attach(home);
        return running.isPresent() ? running.get() : composeAnyhow();
    }

    /** Until the process is asked to end. */
    int onTerminal() throws CommandException, HomeUnusableException {
        try (PrefetchEngine engine = compose(); Shutdown shutdown = Shutdown.closing(engine)) {
            engine.start();
            terminal.say(Message.of("cli.runs", home));
            new Follower(engine, shutdown).until(_ -> false, Progress.ofEverything(terminal));
        }
        return ExitCode.OK;
    }

    /** One full pass, then a table of what came of it. */
    EngineSnapshot once() throws CommandException, HomeUnusableException {
        EngineSnapshot last;
        try (PrefetchEngine engine = compose(); Shutdown shutdown = Shutdown.closing(engine)) {
            engine.start();
            last = new Follower(engine, shutdown).until(EngineSnapshot::settled, Progress.ofEverything(terminal));
        }
        new StatusText(terminal).print(last, true);
        return last;
    }

    /** The window helps to make settings where there are none. */
    private PrefetchEngine composeAnyhow() throws HomeUnusableException {
        Optional<SiteSettings> settings = engines.usableSettings(home);
        return settings.isPresent() ? engines.host().compose(home, settings.get())
                : engines.host().composeWithoutSettings(home);
    }

    private PrefetchEngine compose() throws CommandException, HomeUnusableException {
        return engines.host().compose(home, engines.settings(home));
    }
}
