package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.OpenWindow;
import org.testfx.api.FxToolkit;

class IdleWatchTest {

    private final Privacy privacy = new Privacy();
    private final PauseTransition pause = new PauseTransition();
    private final ObservableList<Window> windows = FXCollections.observableArrayList();

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
        onScreenThread(() -> new IdleWatch(privacy, windows, pause));
    }

    @AfterEach
    void end() throws Exception {
        onScreenThread(pause::stop);
    }

    @Test
    void hidesTheNamesWhenTheTimeIsOver() throws Exception {
        onScreenThread(() -> {
            windows.add(new Stage());
            assertThat(pause.getDuration()).isEqualTo(Duration.minutes(5));
            assertThat(pause.getStatus()).isEqualTo(Status.RUNNING);

            pause.getOnFinished().handle(new ActionEvent());

            assertThat(privacy.namesHiddenProperty().get()).isTrue();
            assertThat(pause.getStatus()).isEqualTo(Status.STOPPED);
        });
    }

    @Test
    void aKeyInAnyWindowBeginsTheTimeAnew() throws Exception {
        onScreenThread(() -> {
            Stage second = new Stage();
            windows.addAll(new Stage(), second);
            AtomicInteger begun = countBegins();

            second.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));

            assertThat(begun).hasValue(1);
        });
    }

    @Test
    void doesNotRunWithoutAWindow() throws Exception {
        onScreenThread(() -> {
            Stage only = new Stage();
            windows.add(only);
            windows.remove(only);

            assertThat(pause.getStatus()).isEqualTo(Status.STOPPED);
        });
    }

    @Test
    void neverHidesWhereTheSettingsSayNever() throws Exception {
        onScreenThread(() -> {
            windows.add(new Stage());
            privacy.settingsProperty().set(new PrivacySettings(NameDisplay.FULL, 0));

            assertThat(pause.getStatus()).isEqualTo(Status.STOPPED);
        });
    }

    @Test
    void namesThatAreShownAgainAreHiddenAgain() throws Exception {
        onScreenThread(() -> {
            windows.add(new Stage());
            privacy.hide();

            privacy.toggle();

            assertThat(pause.getStatus()).isEqualTo(Status.RUNNING);
        });
    }

    private AtomicInteger countBegins() {
        AtomicInteger begun = new AtomicInteger();
        pause.statusProperty().subscribe((_, now) -> {
            if (now == Status.RUNNING) {
                begun.incrementAndGet();
            }
        });
        return begun;
    }

    private static void onScreenThread(Runnable work) throws Exception {
        OpenWindow.onScreenThread(() -> {
            work.run();
            return true;
        });
    }
}
