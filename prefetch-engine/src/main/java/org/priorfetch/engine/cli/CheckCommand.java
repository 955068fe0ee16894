package org.priorfetch.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.cli.output.ChecksJson;
import org.priorfetch.engine.cli.output.ChecksText;
import org.priorfetch.engine.cli.output.Json;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The connectivity doctor. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--source", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--json")
    private boolean json;

    CheckCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        List<PeerCheck> checks = engines.use(engine -> engine.submit(new SiteCommand.CheckPeers(name)));
        if (name != null && checks.isEmpty()) {
            throw CommandException.misuse(Message.of("cli.noPeer", "\"" + name + "\""));
        }
        if (json) {
            Json.print(ChecksJson.of(checks), terminal);
        } else {
            new ChecksText(terminal).print(checks);
        }
        return checks.stream().allMatch(PeerCheck::ok) ? ExitCode.OK : ExitCode.UNFULFILLED;
    }
}
