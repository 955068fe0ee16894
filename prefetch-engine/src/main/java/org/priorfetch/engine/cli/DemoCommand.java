package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The product on the simulated hospital. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--headless")
    private boolean headless;

    @Option(names = "--once")
    private boolean once;

    DemoCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    /** Has a home folder of its own by default, so that it never touches the real one. */
    @Override
    public Integer call() throws CommandException, HomeUnusableException {
        Path home = engines.homeOr(HomeFolder.preset().resolve("demo"));
        try (EngineHost.Demo _ = engines.host().demo(home)) {
            terminal.say(Message.of("cli.demoRuns", home));
            EngineRun run = new EngineRun(engines, terminal, home, false);
            Optional<EngineHost.Window> window = headless || once ? Optional.empty() : engines.host().window();
            if (window.isPresent()) {
                return run.inWindow(window.get(), EngineHost.Opening.WINDOW);
            }
            return headless && !once ? run.onTerminal() : onePass(run);
        }
    }

    /** Also what there is to see without a display, unless somebody asks for more: it ends with a table. */
    private static int onePass(EngineRun run) throws CommandException, HomeUnusableException {
        run.once();
        return ExitCode.OK;
    }
}
