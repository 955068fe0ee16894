package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.TestClock;

@Timeout(60)
class DesktopWindowTest {

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical());
    private final DesktopWindow window = new DesktopWindow(Appearance.DEFAULT, Locale.ENGLISH, new TestClock());

    @Test
    void blocksUntilTheWindowIsClosedAndCanBeShownAgain() throws Exception {
        showAndClose();
        showAndClose();
    }

    @Test
    void anInterruptClosesTheWindow() throws Exception {
        Thread showing = Thread.ofVirtual().start(() -> {
            try {
                window.show(engine, Profile.inMemory());
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> engine.listeners() == 1);

        showing.interrupt();

        assertThat(showing.join(Duration.ofSeconds(20))).isTrue();
        await().until(() -> engine.listeners() == 0);
    }

    private void showAndClose() throws Exception {
        CompletableFuture<Void> shown = CompletableFuture.runAsync(this::show);
        await().until(() -> engine.listeners() == 1);
        assertThat(shown).isNotDone();

        OpenWindow.onScreenThread(() -> {
            Window.getWindows().stream().toList().forEach(Window::hide);
            return null;
        });

        await().until(shown::isDone);
        assertThat(shown).isCompleted();
        await().until(() -> engine.listeners() == 0);
    }

    private void show() {
        try {
            window.show(engine, Profile.inMemory());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
