package org.priorfetch.viewer;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.Message;

/** Which files may be started. */
final class ProgramPath {

    private static final Pattern FULL_ON_WINDOWS = Pattern.compile("([A-Za-z]:[\\\\/]|\\\\\\\\)[^:*?\"<>|]+");

    private ProgramPath() {}

    /** Why it is none of them, seen from its name alone. */
    static Optional<Message> problem(String path, OperatingSystem system) {
        if (path.isBlank()) {
            return Optional.of(Message.of("viewer.program.none"));
        }
        if (path.indexOf('{') >= 0) {
            return Optional.of(Message.of("viewer.program.placeholder"));
        }
        if (!isFull(path, system)) {
            return Optional.of(Message.of("viewer.program.relative"));
        }
        return system == OperatingSystem.WINDOWS && !path.toLowerCase(Locale.ROOT).endsWith(".exe")
                ? Optional.of(Message.of("viewer.program.script"))
                : Optional.empty();
    }

    static boolean isProgram(String path) {
        try {
            Path file = Path.of(path);
            return Files.isRegularFile(file) && Files.isExecutable(file);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** A bare name would be looked up in folders that others may write to. */
    private static boolean isFull(String path, OperatingSystem system) {
        return system == OperatingSystem.WINDOWS
                ? FULL_ON_WINDOWS.matcher(path).matches()
                : path.startsWith("/") && path.indexOf('\0') < 0;
    }
}
