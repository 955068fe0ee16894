package org.priorfetch.engine.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and runs programs that are installed on the machine. */
public final class Tools {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> MORE_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin",
            Path.of(System.getProperty("java.home"), "bin").toString());

    /**
     * What a program left behind.
     *
     * @param output what it wrote, errors too
     */
    public record Result(int exitCode, String output) {}

    private Tools() {}

    public static Optional<Path> find(String tool) {
        Stream<String> path = Arrays.stream(System.getenv("PATH").split(File.pathSeparator));
        return Stream.concat(path, MORE_FOLDERS.stream())
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a program to its end, at most a minute. */
    public static Result run(String tool, String... arguments) {
        try (BackgroundProgram program = BackgroundProgram.start(tool, arguments)) {
            return new Result(program.awaitExit(PATIENCE), program.output());
        }
    }
}
