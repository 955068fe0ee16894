package org.priorfetch.product;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A screen that nobody sees, with a window manager, and with a tray when a test starts one. */
final class VirtualDisplay implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String MENU = "XPopupMenuPeer";
    private static final String ICON = "^JavaEmbeddedFrame$";

    private final Process server;
    private final String name;
    private final Process windowManager;
    private @Nullable Process tray;

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
        windowManager = start("openbox");
    }

    static VirtualDisplay start() {
        try {
            Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = new BufferedReader(
                    new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
            return new VirtualDisplay(server, ":" + out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    void startTray() {
        tray = start("trayer", "--edge", "bottom", "--align", "right", "--height", "32");
    }

    void killTray() {
        if (tray != null) {
            tray.destroyForcibly();
            tray = null;
        }
    }

    void awaitTrayIcon() {
        await().atMost(PATIENCE).until(() -> !visible(ICON).isEmpty());
    }

    /** Clicks the tray icon with a mouse button. */
    void clickTrayIcon(int button) {
        ask("mousemove", "--window", visible(ICON).getLast(), "10", "10", "click", String.valueOf(button));
    }

    /** Opens the menu of the tray icon and chooses its last entry. */
    void chooseLastOfTrayMenu() {
        clickTrayIcon(3);
        await().atMost(PATIENCE).until(() -> !visible(MENU).isEmpty());
        String menu = visible(MENU).getLast();
        int height = ask("getwindowgeometry", "--shell", menu).stream()
                .filter(line -> line.startsWith("HEIGHT="))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        ask("mousemove", "--window", menu, "30", String.valueOf(height - 12), "click", "1");
    }

    void awaitOpen(String title) {
        await().atMost(PATIENCE).until(() -> !visible(exactly(title)).isEmpty());
    }

    void awaitClosed(String title) {
        await().atMost(PATIENCE).until(() -> windows(exactly(title)).isEmpty());
    }

    void awaitSmall(String title) {
        await().atMost(PATIENCE)
                .until(() -> visible(exactly(title)).isEmpty() && !windows(exactly(title)).isEmpty());
    }

    boolean isOpen(String title) {
        return !visible(exactly(title)).isEmpty();
    }

    /** As a person closes it. */
    void close(String title) {
        press(title, "alt+F4");
    }

    /** A key, or several at once as in {@code ctrl+q}, in a window that gets the focus for it. */
    void press(String title, String keys) {
        ask("windowactivate", "--sync", visible(exactly(title)).getLast(), "key", keys);
    }

    private static String exactly(String title) {
        return "^" + title + "$";
    }

    private List<String> visible(String title) {
        return ask("search", "--onlyvisible", "--name", title);
    }

    private List<String> windows(String title) {
        return ask("search", "--name", title);
    }

    private List<String> ask(String... arguments) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(Arrays.asList(arguments));
        Process process = start(command.toArray(String[]::new));
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return out.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", name);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        killTray();
        windowManager.destroy();
        server.destroy();
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
