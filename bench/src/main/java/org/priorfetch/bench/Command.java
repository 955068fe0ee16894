package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A program that is run to its end, or stopped. */
final class Command {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern SPENT = Pattern.compile("(\\d+)m([\\d.]+)s");

    /**
     * What came of it.
     *
     * @param processor seconds of it and of what it started
     */
    record Outcome(int exit, double processor, String output) {

        Outcome orFail() {
            if (exit != 0) {
                throw new IllegalStateException("a program ended with " + exit + ": " + output);
            }
            return this;
        }
    }

    private Command() {}

    /** Runs it under a shell, which says at the end what it spent. */
    static Outcome run(List<String> words) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit=$?; echo; times; exit $exit", "sh"));
        command.addAll(words);
        try {
            Path log = Files.createTempFile("bench", ".log");
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException(words.getFirst() + " took longer than " + PATIENCE);
                }
                String output = Files.readString(log, StandardCharsets.ISO_8859_1);
                return new Outcome(process.exitValue(), spent(output), output);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                Files.deleteIfExists(log);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + words.getFirst(), interrupted);
        }
    }

    /** User and system time of the shell, then of what it ran. */
    private static double spent(String output) {
        List<MatchResult> times = SPENT.matcher(output).results().toList();
        return times.subList(Math.max(0, times.size() - 4), times.size())
                .stream()
                .mapToDouble(time -> 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2)))
                .sum();
    }
}
