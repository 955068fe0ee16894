package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.testing.NeedsTools;

/** The window, the tray icon and the second start, on a screen with a real window manager and a real tray. */
@NeedsTools({"Xvfb", "openbox", "trayer", "tint2", "xdotool", "import"})
@Timeout(600)
class DesktopInteropTest {

    private static final String WINDOW = "PriorFetch";
    private static final int MAIN_WINDOW = 900;
    private static final int NEAR = 40;
    private static final int SCREENS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;
    private SimulatedSite site;
    private Product product;
    private VirtualDisplay display;

    @BeforeEach
    void start() {
        site = new SimulatedSite(folder);
        product = new Product(folder, site.settings());
        display = VirtualDisplay.start();
    }

    @AfterEach
    void stop() {
        display.close();
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void theIconOpensAndClosesThePanelAndItsMenuQuits(VirtualDisplay.Host host) {
        display.startTray(host);
        try (RunningProduct desktop = product.startOn(display, "run", "--in-tray")) {
            display.awaitTrayIcon();
            assertThat(display.isOpen(WINDOW)).isFalse();

            display.clickTrayIcon(1);
            display.awaitOpen(WINDOW);
            display.press(WINDOW, "Escape");
            display.awaitClosed(WINDOW);
            assertThat(desktop.isAlive()).isTrue();

            display.chooseLastOfTrayMenu();
            assertThat(desktop.awaitEnd(PATIENCE).exits(0).err()).doesNotContain("Exception");
        }
        assertThat(product.home().resolve("engine.json")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void thePanelOpensBesideTheIcon(VirtualDisplay.Host host) {
        display.startTray(host);
        try (RunningProduct desktop = product.startOn(display, "run", "--in-tray")) {
            display.awaitTrayIcon();
            display.clickTrayIcon(1);
            display.awaitOpen(WINDOW);

            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                int gap = display.place(WINDOW, 1).gapTo(display.trayIcon());
                assertThat(gap).as("beside the icon, and not on it").isBetween(0, NEAR);
            });
            assertThat(desktop.isAlive()).isTrue();
        }
    }

    /** JavaFX on its own wakes 60 times a second, and every snapshot of the engine would wake it twice. */
    @Test
    void theScreenSleepsWhileNothingIsSeen() {
        display.startTray();
        try (RunningProduct desktop = product.startOn(display, "run", "--in-tray")) {
            display.awaitTrayIcon();

            AtomicLong before = new AtomicLong();
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(10)).until(() -> {
                long now = desktop.waitsOf("JavaFX Applicat");
                long wokenUp = now - before.getAndSet(now);
                return wokenUp < now && wokenUp < 12;
            });
        }
    }

    @Test
    void theMenuOpensTheWindow() {
        display.startTray();
        try (RunningProduct desktop = product.startOn(display, "run", "--in-tray")) {
            display.awaitTrayIcon();
            assertThat(display.isOpen(WINDOW)).isFalse();

            display.chooseFirstOfTrayMenu();

            display.awaitOpen(WINDOW);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(display.place(WINDOW, MAIN_WINDOW).width())
                            .isGreaterThanOrEqualTo(MAIN_WINDOW));
            assertThat(desktop.isAlive()).isTrue();
        }
    }

    /** What a screen is made of may reach into JavaFX, which only the finished product forbids. */
    @Test
    void everyScreenOpens() {
        display.startTray();
        try (RunningProduct desktop = product.startOn(display, "run")) {
            display.awaitTrayIcon();
            display.awaitOpen(WINDOW);
            for (int screen = 2; screen <= SCREENS; screen++) {
                String before = display.look(WINDOW);
                display.press(WINDOW, "ctrl+" + screen);
                await().atMost(PATIENCE).until(() -> !display.look(WINDOW).equals(before));
            }

            display.chooseLastOfTrayMenu();
            Answer answer = desktop.awaitEnd(PATIENCE).exits(0);
            assertThat(answer.err()).doesNotContain("Exception");
        }
    }

    @Test
    void theIconTellsWhenNobodyAnswersAnyMore() {
        display.startTray();
        try (RunningProduct desktop = product.startOn(display, "run", "--in-tray")) {
            display.awaitTrayIcon();
            await().atMost(PATIENCE).until(() -> display.trayIconIsMostly(VirtualDisplay.Channel.GREEN));

            site.worklist.close();

            await().atMost(PATIENCE).until(() -> display.trayIconIsMostly(VirtualDisplay.Channel.VIOLET));
            assertThat(display.trayIconIsMostly(VirtualDisplay.Channel.GREEN)).isFalse();
            assertThat(desktop.isAlive()).isTrue();
        }
    }

    @Test
    void theClosedWindowStaysInTheTrayAndASecondStartBringsItBack() {
        display.startTray();
        try (RunningProduct desktop = product.startOn(display, "run")) {
            display.awaitTrayIcon();
            display.awaitOpen(WINDOW);
            display.close(WINDOW);
            display.awaitClosed(WINDOW);

            product.startOn(display, "run").awaitEnd(PATIENCE).exits(0);

            display.awaitOpen(WINDOW);
            assertThat(desktop.isAlive()).isTrue();
        }
    }

    @Test
    void theIconComesBackWithTheTray() {
        display.startTray();
        try (RunningProduct desktop = product.startOn(display, "run", "--in-tray")) {
            display.awaitTrayIcon();

            display.killTray();
            display.awaitSmall(WINDOW);
            display.startTray();

            display.awaitTrayIcon();
            display.awaitClosed(WINDOW);
            display.clickTrayIcon(1);
            display.awaitOpen(WINDOW);
            assertThat(desktop.isAlive()).isTrue();
        }
    }

    @Test
    void withoutATrayTheWindowBecomesSmallAndASecondStartBringsItBack() {
        try (RunningProduct desktop = product.startOn(display, "run")) {
            display.awaitOpen(WINDOW);
            display.close(WINDOW);
            display.awaitSmall(WINDOW);

            Answer second = product.startOn(display, "run").awaitEnd(PATIENCE).exits(0);

            assertThat(second.out()).contains("already");
            display.awaitOpen(WINDOW);
            assertThat(desktop.isAlive()).isTrue();
        }
    }

    @Test
    void oneDesktopGoesWithAnEngineThatRunsHeadless() {
        try (RunningProduct service = product.start("run", "--headless")) {
            await().atMost(PATIENCE).until(() -> service.out().contains("runs on"));
            try (RunningProduct desktop = product.startOn(display, "run")) {
                display.awaitOpen(WINDOW);
                assertThat(product.startOn(display, "run").awaitEnd(PATIENCE).exits(0).out()).contains("already");
                assertThat(desktop.isAlive()).isTrue();
            }
            assertThat(service.isAlive()).isTrue();
        }
    }

    @Test
    void ofStartsAtTheSameTimeOneBecomesTheDesktop() {
        List<RunningProduct> starts = List.of(product.startOn(display, "run"), product.startOn(display, "run"),
                product.startOn(display, "run"));
        try {
            await().atMost(PATIENCE).until(() -> starts.stream().filter(RunningProduct::isAlive).count() == 1);
            display.awaitOpen(WINDOW);
            starts.stream()
                    .filter(start -> !start.isAlive())
                    .forEach(start -> assertThat(start.awaitEnd(PATIENCE).exits(0).out()).contains("already"));
        } finally {
            starts.forEach(RunningProduct::close);
        }
    }
}
