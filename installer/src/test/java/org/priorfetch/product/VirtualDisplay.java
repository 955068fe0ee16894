package org.priorfetch.product;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A screen that nobody sees, with a window manager, and with a tray when a test starts one. */
final class VirtualDisplay implements AutoCloseable {

    /** A program that shows tray icons, at the right end of the lower edge. */
    enum Host {
        TRAYER, TINT2;

        private String[] command() {
            return switch (this) {
                case TRAYER -> new String[]{"trayer", "--edge", "bottom", "--align", "right", "--height", "32"};
                case TINT2 -> new String[]{"tint2", "-c", tint2Settings().toString()};
            };
        }

        private static Path tint2Settings() {
            try {
                Path file = Files.createTempFile("tint2", ".rc");
                file.toFile().deleteOnExit();
                return Files.writeString(file, """
                        panel_items = S
                        panel_position = bottom right horizontal
                        panel_size = 40% 32
                        strut_policy = follow_size
                        systray_icon_size = 24
                        """);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where a window stands, in pixels. */
    record Place(int x, int y, int width, int height) {

        /** How far the other is away, to the side or above; negative where one lies on the other. */
        int gapTo(Place other) {
            int aside = Math.max(other.x - (x + width), x - (other.x + other.width));
            int above = Math.max(other.y - (y + height), y - (other.y + other.height));
            return Math.max(aside, above);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String X_ERROR = "X Error";
    private static final String MENU = "XPopupMenuPeer";
    private static final String ICON = "^JavaEmbeddedFrame$";
    private static final Pattern PIXEL = Pattern.compile("#(\\p{XDigit}{2})(\\p{XDigit}{2})(\\p{XDigit}{2})");
    private static final int FEW_PIXELS = 20;

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
        startTray(Host.TRAYER);
    }

    void startTray(Host host) {
        tray = start(host.command());
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

    /** Opens the menu of the tray icon and chooses its first entry. */
    void chooseFirstOfTrayMenu() {
        choose(openTrayMenu(), 12);
    }

    /** Opens the menu of the tray icon and chooses its last entry. */
    void chooseLastOfTrayMenu() {
        String menu = openTrayMenu();
        choose(menu, place(menu).height() - 12);
    }

    private String openTrayMenu() {
        clickTrayIcon(3);
        await().atMost(PATIENCE).until(() -> !visible(MENU).isEmpty());
        return visible(MENU).getLast();
    }

    private void choose(String menu, int y) {
        ask("mousemove", "--window", menu, "30", String.valueOf(y), "click", "1");
    }

    Place trayIcon() {
        return place(visible(ICON).getLast());
    }

    Place place(String title, int atLeastWide) {
        return visible(exactly(title)).stream()
                .map(this::place)
                .filter(place -> place.width() >= atLeastWide)
                .findFirst()
                .orElseThrow();
    }

    private Place place(String window) {
        Map<String, Integer> told = ask("getwindowgeometry", "--shell", window).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.parseInt(parts[1])));
        return new Place(told.getOrDefault("X", 0), told.getOrDefault("Y", 0), told.getOrDefault("WIDTH", 0),
                told.getOrDefault("HEIGHT", 0));
    }

    /** What the tray icon shows, pixel by pixel in text. */
    String trayPicture() {
        return String.join("\n",
                output("import", "-window", visible(ICON).getLast(), "-depth", "8", "txt:-"));
    }

    /** Whether the tray icon has more than a few pixels that are more of one colour channel than of the others. */
    boolean trayIconIsMostly(Channel wanted) {
        Matcher pixels = PIXEL.matcher(trayPicture());
        int found = 0;
        while (pixels.find()) {
            int[] parts = {Integer.parseInt(pixels.group(1), 16), Integer.parseInt(pixels.group(2), 16),
                    Integer.parseInt(pixels.group(3), 16)};
            found += wanted.prevailsIn(parts) ? 1 : 0;
        }
        return found >= FEW_PIXELS;
    }

    /** The same for windows that look the same. */
    String look(String title) {
        return String.join("",
                output("import", "-window", visible(exactly(title)).getLast(), "-format", "%#", "info:-"));
    }

    /** The colours by which the states of the icon can be told apart beside their shapes. */
    enum Channel {
        GREEN, VIOLET;

        private static final int CLEARLY = 40;

        boolean prevailsIn(int[] rgb) {
            int red = rgb[0];
            int green = rgb[1];
            int blue = rgb[2];
            return switch (this) {
                case GREEN -> green > red + CLEARLY && green > blue + CLEARLY;
                case VIOLET -> blue > green + CLEARLY && red > green + CLEARLY / 2;
            };
        }
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
        return search("--onlyvisible", "--name", title);
    }

    private List<String> windows(String title) {
        return search("--name", title);
    }

    /** A window that vanishes while xdotool looks through them ends it with an error, which says nothing of the others. */
    private List<String> search(String... wanted) {
        ProcessBuilder search = onDisplay(xdotool("search", wanted)).redirectErrorStream(true);
        return await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> lines(start(search)),
                        lines -> lines.stream().noneMatch(line -> line.startsWith(X_ERROR)));
    }

    private List<String> ask(String request, String... arguments) {
        return output(xdotool(request, arguments));
    }

    private static String[] xdotool(String request, String... arguments) {
        return Stream.concat(Stream.of("xdotool", request), Stream.of(arguments)).toArray(String[]::new);
    }

    private List<String> output(String... command) {
        return lines(start(command));
    }

    private static List<String> lines(Process process) {
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return out.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String... command) {
        return start(onDisplay(command).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    private ProcessBuilder onDisplay(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", name);
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
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
