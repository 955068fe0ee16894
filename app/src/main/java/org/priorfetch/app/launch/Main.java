package org.priorfetch.app.launch;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry point: turns the command line into a process exit code. */
@Command(name = "priorfetch", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Brings a patient's earlier studies into the local PACS before they are needed.")
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main()).execute(args);
    }
}
