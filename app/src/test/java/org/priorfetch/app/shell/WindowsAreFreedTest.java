package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleScreens;
import org.priorfetch.app.testing.Workbench;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A program that runs for weeks keeps no window that was closed, or replaced by one that looks otherwise. */
@Timeout(240)
class WindowsAreFreedTest {

    private static final int WINDOWS = 10;
    private static final int ROUNDS = 2;
    private static final int STEPS = 40;
    /** The focus, the pointer and the last pulse may hold on to what was there last. */
    private static final int LAST = 3;

    private final List<WeakReference<Scene>> scenes = new ArrayList<>();

    @Test
    void whatTheyStoodOnLivesOn() throws Exception {
        FxToolkit.registerPrimaryStage();
        Workbench bench = new Workbench();
        bench.engine().publish(SampleDays.typical());
        Stage stage = OpenWindow.onScreenThread(Stage::new);
        for (int i = 0; i < WINDOWS; i++) {
            MainWindow window = OpenWindow.onScreenThread(() -> {
                MainWindow made = new MainWindow(stage, bench.engine(), bench.workplace());
                made.show();
                return made;
            });
            visitAll(window, stage);
            OpenWindow.onScreenThread(() -> {
                window.leave();
                return null;
            });
        }
        OpenWindow.onScreenThread(() -> {
            stage.hide();
            return null;
        });

        awaitFreed();

        assertThat(bench.workplace().profile()).isNotNull();
    }

    @Test
    void closedWithTheirWorkplaces() throws Exception {
        for (int i = 0; i < WINDOWS; i++) {
            try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
                scenes.add(new WeakReference<>(window.scene()));
                for (ScreenId id : Screens.all()) {
                    window.visit(id);
                }
            }
        }

        awaitFreed();
    }

    /** Screens that have something to show, and have been worked with by the keyboard. */
    @Test
    void closedAfterWork() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            for (ScreenId id : Screens.all()) {
                try (OpenWindow window = new OpenWindow(SampleScreens.of(id), Appearance.DEFAULT, Locale.ENGLISH)) {
                    scenes.add(new WeakReference<>(window.scene()));
                    window.visit(id);
                    for (int step = 0; step < STEPS; step++) {
                        window.robot().push(KeyCode.TAB);
                    }
                    OpenWindow.onScreenThread(() -> window.scene().snapshot(null));
                }
            }
        }

        awaitFreed();
    }

    private void visitAll(MainWindow window, Stage stage) throws Exception {
        scenes.add(new WeakReference<>(OpenWindow.onScreenThread(stage::getScene)));
        for (ScreenId id : Screens.all()) {
            OpenWindow.onScreenThread(() -> {
                window.open(id);
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void awaitFreed() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(scenes.subList(0, scenes.size() - LAST)).allMatch(scene -> scene.get() == null);
        });
    }
}
