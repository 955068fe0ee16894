package org.priorfetch.viewer;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.model.Message;

/** Starts a program without a shell, lets it run on by itself, and throws away what it prints. */
final class ProgramStarter {

    static final Duration EARLY = Duration.ofSeconds(2);

    private final Duration early;

    /** @param early for how long to look whether the program ends at once */
    ProgramStarter(Duration early) {
        this.early = early;
    }

    LaunchOutcome start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        Path home = Path.of(System.getProperty("user.home", ""));
        if (Files.isDirectory(home)) {
            builder.directory(home.toFile());
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return outcome(process);
        } catch (IOException | UnsupportedOperationException | SecurityException failure) {
            return new LaunchOutcome.Refused(Message.of("viewer.program.notStarted", command.getFirst()));
        }
    }

    private LaunchOutcome outcome(Process process) {
        try {
            boolean ended = process.waitFor(early.toMillis(), TimeUnit.MILLISECONDS);
            return ended && process.exitValue() != 0
                    ? new LaunchOutcome.Refused(Message.of("viewer.program.endedAtOnce", process.exitValue()))
                    : new LaunchOutcome.Opened();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new LaunchOutcome.Opened();
        }
    }
}
