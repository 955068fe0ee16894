package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.preferences.Looks;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.tray.TrayOwner;
import org.priorfetch.app.tray.TrayState;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.cli.EngineHost.Opening;

@Timeout(60)
class DesktopTest {

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical())
            .on(TransferCommand.Pause.class, TransferCommand.Pause::paused);
    private final ScriptedTray tray = new ScriptedTray();
    private final Profile profile = Profile.inMemory();
    private final DesktopWindow window = new DesktopWindow(
            new Outset(new Looks.Forced(Theme.DARK, 1.0, Locale.ENGLISH), new TestClock()), tray);
    private Thread showing = Thread.ofVirtual().unstarted(() -> {});

    @AfterEach
    void end() throws InterruptedException {
        showing.interrupt();
        assertThat(showing.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void closingGoesToTheTrayAndTheIconBringsTheWindowBack() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1);

        closeByHand();
        assertThat(stages()).isEmpty();
        await().untilAsserted(() -> assertThat(engine.listeners()).as("the tray still follows").isEqualTo(1));
        assertThat(showing.isAlive()).isTrue();

        tray.choose(TrayOwner::open);
        assertThat(stages()).hasSize(1);
        await().untilAsserted(() -> assertThat(engine.listeners()).isEqualTo(2));
    }

    @Test
    void saysOnceThatItGoesOnInTheTray() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        closeByHand();
        tray.choose(TrayOwner::open);
        closeByHand();

        assertThat(tray.told).hasSize(1);
    }

    @Test
    void quittingEndsEverything() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);

        tray.choose(TrayOwner::quit);

        assertThat(showing.join(Duration.ofSeconds(20))).isTrue();
        await().until(() -> tray.closed && engine.listeners() == 0 && stages().isEmpty());
        assertThat(window.reveal()).isFalse();
    }

    @Test
    void anInterruptEndsEverything() throws Exception {
        start(Opening.WINDOW);

        showing.interrupt();

        assertThat(showing.join(Duration.ofSeconds(20))).isTrue();
        await().until(() -> tray.closed && engine.listeners() == 0 && stages().isEmpty());
    }

    @Test
    void beginsInTheTrayWithoutAWindow() throws Exception {
        start(Opening.IN_TRAY);
        tray.isThereFromNow(true);
        assertThat(stages()).isEmpty();

        assertThat(window.reveal()).isTrue();

        await().until(() -> stages().size() == 1);
    }

    @Test
    void withoutATrayTheWindowIsSmallButNeverHidden() throws Exception {
        start(Opening.IN_TRAY);
        tray.isThereFromNow(false);
        assertThat(stages()).singleElement().matches(Stage::isIconified);

        assertThat(window.reveal()).isTrue();
        await().until(() -> stages().size() == 1 && !stages().getFirst().isIconified());

        closeByHand();
        assertThat(stages()).singleElement().matches(Stage::isIconified);
    }

    @Test
    void aTrayThatVanishesLeavesASmallWindowAndOneThatComesTakesIt() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        closeByHand();
        assertThat(stages()).isEmpty();

        tray.isThereFromNow(false);
        assertThat(stages()).singleElement().matches(Stage::isIconified);

        tray.isThereFromNow(true);
        assertThat(stages()).isEmpty();
    }

    @Test
    void anOpenWindowStaysWhereItIsWhateverTheTrayDoes() throws Exception {
        start(Opening.WINDOW);
        for (boolean there : List.of(false, true, false)) {
            tray.isThereFromNow(there);
            assertThat(stages()).singleElement().matches(stage -> !stage.isIconified());
        }
    }

    @Test
    void pausesAndGoesOn() throws Exception {
        start(Opening.IN_TRAY);

        tray.choose(TrayOwner::pauseForAnHour);
        tray.choose(TrayOwner::pauseUntilTomorrow);
        tray.choose(TrayOwner::goOn);

        await().until(() -> engine.submitted().size() == 3);
        Instant midnight = Instant.parse("2026-11-23T23:00:00Z");
        assertThat(engine.submitted()).map(TransferCommand.Pause.class::cast)
                .containsExactlyInAnyOrder(
                        new TransferCommand.Pause(true, TestClock.START.plus(Duration.ofHours(1))),
                        new TransferCommand.Pause(true, midnight), new TransferCommand.Pause(false, null));
    }

    @Test
    void theTrayShowsWhatTheEngineSays() throws Exception {
        start(Opening.IN_TRAY);

        await().until(() -> tray.states.contains(TrayState.of(SampleDays.typical())));
    }

    private void start(Opening opening) {
        showing = Thread.ofVirtual().start(() -> {
            try {
                window.show(engine, profile, AutoStart.UNSUPPORTED, opening);
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> tray.isMade() && engine.listeners() > 0);
    }

    private static void closeByHand() throws Exception {
        onScreenThread(() -> {
            Stage stage = (Stage) Window.getWindows().getFirst();
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }

    private static List<Stage> stages() throws Exception {
        return onScreenThread(() -> Window.getWindows()
                .stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList());
    }

    private static <T> T onScreenThread(Callable<T> work) throws Exception {
        return OpenWindow.onScreenThread(work);
    }
}
