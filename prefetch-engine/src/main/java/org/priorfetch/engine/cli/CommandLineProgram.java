package org.priorfetch.engine.cli;

import java.util.ResourceBundle;

import org.priorfetch.engine.cli.output.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line: from arguments to an exit code (0 done, 1 defect, 2 misuse, 3 not as wished). */
public final class CommandLineProgram {

    private static final String HELP = "org.priorfetch.engine.messages.help";

    private final EngineHost host;
    private final Terminal terminal;
    private final String version;

    /** @param version of the product, such as 1.2.3 */
    public CommandLineProgram(EngineHost host, Terminal terminal, String version) {
        this.host = host;
        this.terminal = terminal;
        this.version = version;
    }

    /** Runs one command and returns the exit code. Prints what went wrong instead of throwing it. */
    public int run(String... arguments) {
        RootCommand root = new RootCommand();
        Failures failures = new Failures(terminal);
        try {
            CommandLine line = commands(root);
            line.setExecutionExceptionHandler((failure, _, _) -> failures.tell(failure, host.log(root.home())));
            line.setParameterExceptionHandler((misuse, _) -> failures.tell(misuse));
            return line.execute(arguments);
        } catch (RuntimeException | Error defect) { // picocli lets errors through, and no stack trace belongs on a screen
            return failures.tell(defect, host.log(root.home()));
        }
    }

    private CommandLine commands(RootCommand root) {
        Engines engines = new Engines(host, root, terminal);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new DemoCommand(engines, terminal))
                .addSubcommand(new RunCommand(engines, terminal))
                .addSubcommand(new StatusCommand(engines, terminal))
                .addSubcommand(new PriorsCommand(engines, terminal))
                .addSubcommand(new PreviewCommand(engines, terminal))
                .addSubcommand(new FetchCommand(engines, terminal))
                .addSubcommand(new ImportCommand(engines, terminal))
                .addSubcommand(new CheckCommand(engines, terminal))
                .addSubcommand(new ReportCommand(engines, terminal))
                .addSubcommand(new CommandLine(new ConfigCommand(terminal))
                        .addSubcommand(new ValidateCommand(engines, terminal)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setResourceBundle(ResourceBundle.getBundle(HELP, terminal.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .setColorScheme(Help.defaultColorScheme(terminal.interactive() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setOut(terminal.out())
                .setErr(terminal.err());
        setVersion(line);
        return line;
    }

    private void setVersion(CommandLine line) {
        line.getCommandSpec().version("PriorFetch " + version);
        line.getSubcommands().values().forEach(this::setVersion);
    }
}
