package org.priorfetch.app.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.priorfetch.app.screen.AutoStart;

/**
 * The registry key whose commands Windows starts when the person logs in. The command goes there in a file rather than as an
 * argument, where its quotes would be lost.
 */
final class RunKey implements AutoStart {

    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String KEY_IN_FILE = KEY.replace("HKCU", "HKEY_CURRENT_USER");
    private static final String NAME = "PriorFetch";
    private static final long SECONDS = 10;

    /** Runs {@code reg.exe}. */
    @FunctionalInterface
    interface Reg {

        /** Waits for its end and gives its exit code. */
        int run(List<String> arguments) throws IOException;
    }

    private final List<String> command;
    private final Reg reg;

    RunKey(List<String> command, Reg reg) {
        this.command = command;
        this.reg = reg;
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    @Override
    public boolean isOn() {
        try {
            return reg.run(List.of("query", KEY, "/v", NAME)) == 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on) {
            turnOn();
        } else if (isOn()) {
            require(reg.run(List.of("delete", KEY, "/v", NAME, "/f")));
        }
    }

    private void turnOn() throws IOException {
        Path file = Files.createTempFile("priorfetch", ".reg");
        try {
            Files.write(file, content().getBytes(StandardCharsets.UTF_16LE));
            require(reg.run(List.of("import", file.toString())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private String content() {
        String line = command.stream().map(RunKey::quoted).collect(Collectors.joining(" "));
        String value = line.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\ufeff" + String.join("\r\n", "Windows Registry Editor Version 5.00", "", "[" + KEY_IN_FILE + "]",
                "\"" + NAME + "\"=\"" + value + "\"", "");
    }

    /** As C programs of Windows split their command line: backslashes count twice before a quote only. */
    private static String quoted(String word) {
        return '"' + word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + '"';
    }

    private static void require(int exitCode) throws IOException {
        if (exitCode != 0) {
            throw new NotTakenException("desktop.start.registry", exitCode);
        }
    }

    static int reg(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("reg.exe"));
        all.addAll(arguments);
        Process process = new ProcessBuilder(all).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new NotTakenException("desktop.start.silent");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            NotTakenException unheard = new NotTakenException("desktop.start.silent");
            unheard.initCause(interrupted);
            throw unheard;
        } finally {
            process.destroy();
        }
    }
}
