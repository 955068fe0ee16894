package org.priorfetch.engine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.cli.output.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The product. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--headless")
    private boolean headless;

    @Option(names = "--once")
    private boolean once;

    /** For the start with the session. */
    @Option(names = "--in-tray", hidden = true)
    private boolean inTray;

    /** For the build, which learns from it what a start needs. */
    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    RunCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, HomeUnusableException {
        EngineRun run = new EngineRun(engines, terminal, engines.home(), rehearse);
        if (once) {
            EngineSnapshot last = run.once();
            return last.settled() && last.allReady() ? ExitCode.OK : ExitCode.UNFULFILLED;
        }
        Optional<EngineHost.Window> window = headless ? Optional.empty() : engines.host().window();
        return window.isPresent() ? run.inWindow(window.get(), opening()) : run.onTerminal();
    }

    private EngineHost.Opening opening() {
        return inTray ? EngineHost.Opening.IN_TRAY : EngineHost.Opening.WINDOW;
    }
}
