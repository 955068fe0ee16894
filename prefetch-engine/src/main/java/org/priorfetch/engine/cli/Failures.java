package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a sentence for the user and an exit code. Wakes the log up only when there is a defect. */
final class Failures {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    int tell(Throwable failure, Path log) {
        return switch (failure) {
            case CommandException e -> complain(e.explanation(), e.exitCode());
            case HomeUnusableException e -> complain(e.explanation(), ExitCode.MISUSE);
            case CommandFailedException e -> complain(e.explanation(), ExitCode.UNFULFILLED);
            case EngineGoneException e -> complain(e.explanation(), ExitCode.UNFULFILLED);
            default -> {
                LoggerFactory.getLogger(Failures.class).error("A command ended in a defect of the program.", failure);
                yield complain(Message.of("cli.defect", log), ExitCode.DEFECT);
            }
        };
    }

    int tell(ParameterException misuse) {
        CommandLine command = misuse.getCommandLine();
        return complain(Message.of("cli.misuse", sentence(misuse), command.getCommandSpec().qualifiedName()),
                ExitCode.MISUSE);
    }

    private String sentence(ParameterException misuse) {
        return switch (misuse) {
            case UnmatchedArgumentException e when !e.getUnmatched().isEmpty() ->
                terminal.text(Message.of("cli.unknownArgument", "\"" + e.getUnmatched().getFirst() + "\""));
            case MissingParameterException e when !e.getMissing().isEmpty() ->
                terminal.text(Message.of("cli.missingArgument", e.getMissing()
                        .stream()
                        .map(Failures::name)
                        .collect(Collectors.joining(", "))));
            case OverwrittenOptionException e -> terminal.text(Message.of("cli.twice", name(e.getOverwritten())));
            case MutuallyExclusiveArgsException _ -> terminal.text(Message.of("cli.exclusive"));
            case ParameterException e when e.getArgSpec() != null && e.getValue() != null ->
                terminal.text(Message.of("cli.badValue", "\"" + e.getValue() + "\"", name(e.getArgSpec())));
            default -> misuse.getCommandLine().getSubcommands().isEmpty() ? misuse.getMessage() + "."
                    : terminal.text(Message.of("cli.noCommand"));
        };
    }

    private static String name(ArgSpec argument) {
        return argument.isOption() ? ((CommandLine.Model.OptionSpec) argument).longestName() : argument.paramLabel();
    }

    private int complain(Message message, int exitCode) {
        terminal.complain(message);
        return exitCode;
    }
}
