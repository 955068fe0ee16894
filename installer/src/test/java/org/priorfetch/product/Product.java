package org.priorfetch.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The staged program with one home folder. Keeps all that it says in the folder {@code said} beside the home. */
final class Product {

    private static final Path LAUNCHER = Path
            .of(System.getProperty("priorfetch.launcher", "target/priorfetch/bin/priorfetch"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final Path said;

    /** @param folder empty; the home and what is said go into it */
    Product(Path folder) {
        try {
            home = Files.createDirectories(folder.resolve("home"));
            said = Files.createDirectories(folder.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With these settings. */
    Product(Path folder, Site site) {
        this(folder);
        settings(site.yaml());
    }

    void settings(String yaml) {
        try {
            Files.writeString(home.resolve("site.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    /** Runs a command on the home folder to its end. */
    Answer run(String... arguments) {
        return start(arguments).awaitEnd(PATIENCE);
    }

    /** Starts a command on the home folder. */
    RunningProduct start(String... arguments) {
        return launch(Map.of(), atHome(arguments));
    }

    private List<String> atHome(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return all;
    }

    /** Starts a command on the home folder where there is a screen. */
    RunningProduct startOn(VirtualDisplay display, String... arguments) {
        return launch(Map.of("DISPLAY", display.name()), atHome(arguments));
    }

    /** Runs just these arguments to their end. */
    Answer runExactly(String... arguments) {
        return launch(Map.of(), List.of(arguments)).awaitEnd(PATIENCE);
    }

    private RunningProduct launch(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toAbsolutePath().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "LANG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        builder.environment().put("XDG_DATA_HOME", said.resolveSibling("data").toAbsolutePath().toString());
        try {
            Path out = Files.createTempFile(said, "out", ".txt");
            Path err = Files.createTempFile(said, "err", ".txt");
            Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            return new RunningProduct(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that every command said, and the log. */
    String everythingSaid() {
        return Stream.of(said, home.resolve("log"))
                .flatMap(folder -> files(folder).stream())
                .map(Product::read)
                .reduce("", String::concat);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
