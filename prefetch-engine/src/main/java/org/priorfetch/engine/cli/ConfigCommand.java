package org.priorfetch.engine.cli;

import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.settings.ExampleSettings;
import picocli.CommandLine.Command;

/** What has to do with {@code site.yaml}. */
@Command(name = "config")
final class ConfigCommand {

    private final Terminal terminal;

    ConfigCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "example")
    int example() {
        terminal.out().print(ExampleSettings.text());
        terminal.out().flush();
        return ExitCode.OK;
    }
}
