package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.preferences.AppearanceSettings;
import org.priorfetch.app.preferences.LanguageChoice;
import org.priorfetch.app.preferences.Looks;
import org.priorfetch.app.preferences.ThemeChoice;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.Texty;

@Timeout(60)
class DesktopWindowTest {

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical());
    private final DesktopWindow window = new DesktopWindow(Looks.Forced.NOTHING, new TestClock());

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

    @Test
    void whatIsSetAboutTheLookIsTakenOverInThePlaceOfTheWindow() throws Exception {
        Profile profile = Profile.inMemory();
        Thread showing = Thread.ofVirtual().start(() -> show(profile));
        await().until(() -> engine.listeners() == 1);
        Stage stage = OpenWindow.onScreenThread(() -> (Stage) Window.getWindows().getFirst());
        Scene before = stage.getScene();

        OpenWindow.onScreenThread(() -> {
            AppearanceSettings.in(profile)
                    .set(new AppearanceSettings(ThemeChoice.LIGHT, 125, LanguageChoice.GERMAN));
            return null;
        });

        await().until(() -> !stage.getScene().equals(before));
        Callable<Boolean> german = () -> OpenWindow
                .onScreenThread(() -> Texty.visibleTexts(stage.getScene().getRoot()).contains("Einstellungen"));
        await().until(german);
        assertThat(stage.getScene().getRoot().getStyleClass()).contains(Theme.LIGHT.styleClass());
        await().until(() -> engine.listeners() == 1);
        OpenWindow.onScreenThread(() -> {
            stage.hide();
            return null;
        });
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
        show(Profile.inMemory());
    }

    private void show(Profile profile) {
        try {
            window.show(engine, profile);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
