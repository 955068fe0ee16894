package org.priorfetch.engine.cli;

import org.priorfetch.engine.model.Message;

/** Ends a command with a sentence for the user and an exit code. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;
    private final int exitCode;

    private CommandException(Message explanation, int exitCode) {
        super(explanation.text());
        this.explanation = explanation;
        this.exitCode = exitCode;
    }

    static CommandException misuse(Message explanation) {
        return new CommandException(explanation, ExitCode.MISUSE);
    }

    static CommandException unfulfilled(Message explanation) {
        return new CommandException(explanation, ExitCode.UNFULFILLED);
    }

    Message explanation() {
        return explanation;
    }

    int exitCode() {
        return exitCode;
    }
}
