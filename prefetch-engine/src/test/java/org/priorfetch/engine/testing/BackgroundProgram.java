package org.priorfetch.engine.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs beside the test, with its output kept for the failure message. Ends with {@link #close}. */
public final class BackgroundProgram implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 500;

    private final String tool;
    private final Process process;
    private final Path log;

    private BackgroundProgram(String tool, Process process, Path log) {
        this.tool = tool;
        this.process = process;
        this.log = log;
    }

    public static BackgroundProgram start(String tool, String... arguments) {
        Path program = Tools.find(tool).orElseThrow(() -> new IllegalStateException(tool + " is not installed"));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createTempFile(tool, ".log");
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            return new BackgroundProgram(tool, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it takes connections. */
    public void awaitPort(int port) {
        awaitReady(() -> connects(port));
    }

    /** Waits until it is ready; fails at once, with what it wrote, when it ends instead. */
    public void awaitReady(BooleanSupplier ready) {
        await(tool).atMost(START)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> !process.isAlive() || ready.getAsBoolean());
        if (!process.isAlive()) {
            throw new IllegalStateException(tool + " ended with " + process.exitValue() + ": " + output());
        }
    }

    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(tool + " did not end within " + patience + ": " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + tool, e);
        }
        return process.exitValue();
    }

    /** What it wrote so far, errors too. */
    public String output() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean connects(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
