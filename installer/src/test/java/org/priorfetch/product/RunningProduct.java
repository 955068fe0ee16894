package org.priorfetch.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command under way. Closing kills it, and returns when it is gone. */
final class RunningProduct implements AutoCloseable {

    private static final Duration KILLED = Duration.ofSeconds(10);

    private final Process process;
    private final Path out;
    private final Path err;
    private final Instant begun = Instant.now();

    RunningProduct(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Fails, with what it said, when it takes longer. */
    Answer awaitEnd(Duration patience) {
        if (!ends(patience)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "not over after %s: %s%s".formatted(patience, Product.read(out), Product.read(err)));
        }
        return new Answer(process.exitValue(), Product.read(out), Product.read(err),
                Duration.between(begun, Instant.now()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String out() {
        return Product.read(out);
    }

    /** Returns after the time; fails when it ends before. */
    void letRun(Duration time) {
        if (ends(time)) {
            throw new AssertionError("it ended: %s%s".formatted(Product.read(out), Product.read(err)));
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        if (!ends(KILLED)) {
            throw new AssertionError("it outlives SIGKILL");
        }
    }

    /** How often a thread of this name has gone to wait so far. */
    long waitsOf(String thread) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            Path named = threads.filter(task -> Product.read(task.resolve("comm")).strip().equals(thread))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no thread " + thread));
            return Files.readAllLines(named.resolve("status"))
                    .stream()
                    .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The most memory that it has occupied so far, as the kernel counts it. */
    long peakResidentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ends(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ends(KILLED);
    }
}
