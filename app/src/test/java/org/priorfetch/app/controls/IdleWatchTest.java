package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.OpenWindow;
import org.testfx.api.FxToolkit;

class IdleWatchTest {

    private final Privacy privacy = new Privacy();
    private final HandTimer timer = new HandTimer();
    private final ObservableList<Window> windows = FXCollections.observableArrayList();

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
        onScreenThread(() -> new IdleWatch(privacy, windows, timer));
    }

    @AfterEach
    void end() throws Exception {
        onScreenThread(timer::stop);
    }

    @Test
    void hidesTheNamesWhenTheTimeIsOver() throws Exception {
        onScreenThread(() -> {
            windows.add(new Stage());
            assertThat(timer.patience).isEqualTo(Duration.ofMinutes(5));
            assertThat(timer.isRunning()).isTrue();

            timer.tired.run();

            assertThat(privacy.namesHiddenProperty().get()).isTrue();
            assertThat(timer.isRunning()).isFalse();
        });
    }

    @Test
    void aKeyInAnyWindowBeginsTheTimeAnew() throws Exception {
        onScreenThread(() -> {
            Stage second = new Stage();
            windows.addAll(new Stage(), second);
            int before = timer.begun;

            second.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));

            assertThat(timer.begun).isEqualTo(before + 1);
        });
    }

    @Test
    void doesNotRunWithoutAWindow() throws Exception {
        onScreenThread(() -> {
            Stage only = new Stage();
            windows.add(only);
            windows.remove(only);

            assertThat(timer.isRunning()).isFalse();
        });
    }

    @Test
    void neverHidesWhereTheSettingsSayNever() throws Exception {
        onScreenThread(() -> {
            windows.add(new Stage());
            privacy.settingsProperty().set(new PrivacySettings(NameDisplay.FULL, 0));

            assertThat(timer.isRunning()).isFalse();
        });
    }

    @Test
    void namesThatAreShownAgainAreHiddenAgain() throws Exception {
        onScreenThread(() -> {
            windows.add(new Stage());
            privacy.hide();

            privacy.toggle();

            assertThat(timer.isRunning()).isTrue();
        });
    }

    /** Whose time a test lets pass. */
    private static final class HandTimer implements IdleTimer {

        private Duration patience = Duration.ZERO;
        private Runnable tired = () -> {};
        private boolean running;
        private int begun;

        @Override
        public void restart(Duration newPatience, Runnable newTired) {
            patience = newPatience;
            tired = newTired;
            running = true;
            begun++;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }

    private static void onScreenThread(Runnable work) throws Exception {
        OpenWindow.onScreenThread(() -> {
            work.run();
            return true;
        });
    }
}
