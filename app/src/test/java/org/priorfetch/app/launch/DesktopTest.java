package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.here;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.preferences.AppearanceSettings;
import org.priorfetch.app.preferences.LanguageChoice;
import org.priorfetch.app.preferences.Looks;
import org.priorfetch.app.preferences.ThemeChoice;
import org.priorfetch.app.preferences.ViewerSettings;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleViewers;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.TestTimer;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.app.tray.TrayOwner;
import org.priorfetch.app.tray.TrayState;
import org.priorfetch.app.tray.ViewerEntry;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.cli.EngineHost.Opening;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.viewer.LaunchOutcome;
import org.priorfetch.viewer.ViewerBridge;

@Timeout(60)
class DesktopTest {

    private static final String STOPPED = "Until then nothing is fetched, and what the screens show may be out of date.";

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical())
            .on(TransferCommand.Pause.class, TransferCommand.Pause::paused);
    private final ScriptedTray tray = new ScriptedTray();
    private final Profile profile = Profile.inMemory();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private LaunchOutcome outcome = new LaunchOutcome.Opened();
    private Looks.Forced forced = new Looks.Forced(Theme.DARK, 1.0, Locale.ENGLISH);
    private final TestTimer timer = new TestTimer();
    private DesktopWindow window = window();
    private Thread showing = Thread.ofVirtual().unstarted(() -> {});

    private DesktopWindow window() {
        return new DesktopWindow(new Outset(forced, new TestClock(), ViewerBridge.with(url -> {
            opened.add(url.url());
            return outcome;
        }), timer), tray);
    }

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
    void aWindowThatWasClosedForAWhileIsGivenUpAndComesBackAsItWas() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1 && texts().contains("None exist"));
        Stage stage = stages().getFirst();
        onScreenThread(() -> {
            stage.setWidth(1100);
            stage.setHeight(640);
            ((ToggleButton) stage.getScene().lookup("#rail-REVIEW")).fire();
            return null;
        });
        WeakReference<Scene> scene = onScreenThread(() -> new WeakReference<>(stage.getScene()));
        closeByHand();
        assertThat(timer.waiting()).contains(WindowKeeper.GIVEN_UP_AFTER);

        onScreenThread(() -> {
            timer.fire();
            return null;
        });

        assertThat(stage.getScene()).isNull();
        await().untilAsserted(() -> assertThat(engine.listeners()).as("the tray still follows").isEqualTo(1));
        tray.choose(TrayOwner::open);
        assertThat(stages()).singleElement().isSameAs(stage);
        assertThat(onScreenThread(() -> stage.getScene().lookup("#rail-REVIEW").getPseudoClassStates()))
                .contains(PseudoClass.getPseudoClass("selected"));
        assertThat(stage.getWidth()).isEqualTo(1100);
        assertThat(stage.getHeight()).isEqualTo(640);
        await().untilAsserted(() -> assertThat(engine.listeners()).isEqualTo(2));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(scene.get()).isNull();
        });
    }

    @Test
    void aWindowThatIsOpenedAgainSoonIsNotGivenUp() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1);
        Scene scene = stages().getFirst().getScene();
        closeByHand();

        tray.choose(TrayOwner::open);

        assertThat(timer.waiting()).doesNotContain(WindowKeeper.GIVEN_UP_AFTER);
        assertThat(stages().getFirst().getScene()).isSameAs(scene);
    }

    @Test
    void aWindowThatWasGivenUpSaysThatTheEngineHasEndedMeanwhile() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1 && texts().contains("None exist"));
        closeByHand();
        onScreenThread(() -> {
            timer.fire();
            return null;
        });
        tray.choose(owner -> ((EngineWatch.Listener) owner).gone());

        tray.choose(TrayOwner::open);

        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(texts()).contains(STOPPED).doesNotContain("None exist"));
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
    void anEngineThatCannotBeOpenedEndsEverything() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1);

        window.end();

        assertThat(showing.join(Duration.ofSeconds(20))).isTrue();
        await().until(() -> tray.closed && stages().isEmpty());
    }

    @Test
    void theIconComesWithTheWindow() throws Exception {
        start(Opening.WINDOW);
        await().until(() -> tray.appeared);
        assertThat(stages()).hasSize(1);
    }

    @Test
    void whatHasEndedIsLetGo() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1 && texts().contains("None exist"));
        WeakReference<Scene> scene = onScreenThread(
                () -> new WeakReference<>(Window.getWindows().getFirst().getScene()));

        tray.choose(TrayOwner::quit);
        await().until(() -> tray.closed && stages().isEmpty());
        window = window();
        start(Opening.WINDOW); // the platform keeps the last one

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(scene.get()).isNull();
        });
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

    @Test
    void theTrayOffersWhatTheViewerCanOpenWithoutNamesAndOpensIt() throws Exception {
        ViewerSettings.in(profile).set(SampleViewers.one());
        engine.publish(Snapshots.of(
                appointment("B", "Okafor^Adaeze", "MR", "MR Head", 25, ReadinessVerdict.READY, null, here("2.25.9")),
                appointment("N", "Nowak^Zofia", "MG", "Mammography", 15, ReadinessVerdict.NONE_EXIST, null),
                appointment("A", "M\u00fcller^Karl", "CT", "CT Chest", 10, ReadinessVerdict.READY, null,
                        here("2.25.7")),
                appointment("O", "Old^Otto", "CT", "CT Chest", -61, ReadinessVerdict.READY, null, here("2.25.8"))));
        start(Opening.IN_TRAY);

        await().untilAsserted(() -> assertThat(tray.entries)
                .containsExactly(new ViewerEntry("A", "08:40 CT Chest"), new ViewerEntry("B", "08:55 MR Head")));

        tray.choose(owner -> owner.openInViewer("A"));
        await().until(() -> opened.equals(
                List.of("https://viewer.example.org/viewer?StudyInstanceUIDs=2.25.7")));
        assertThat(stages()).isEmpty();
        assertThat(tray.told).isEmpty();
    }

    @Test
    void aLanguageThatIsChosenReachesTheTrayAtOnce() throws Exception {
        forced = new Looks.Forced(Theme.DARK, 1.0, null);
        window = window();
        choose(LanguageChoice.ENGLISH);
        ViewerSettings.in(profile).set(SampleViewers.one());
        engine.publish(Snapshots.of(appointment("A", "X^Y", "CT", "CT Thorax", 10, ReadinessVerdict.READY, null,
                here("2.25.7"))));
        start(Opening.IN_TRAY);
        tray.isThereFromNow(true);
        await().until(() -> tray.language.equals("en") && !tray.entries.isEmpty());
        assertThat(tray.entries).singleElement().extracting(ViewerEntry::text).isEqualTo("08:40 CT Chest");

        onScreenThread(() -> {
            choose(LanguageChoice.GERMAN);
            return null;
        });

        assertThat(tray.language).isEqualTo("de");
        assertThat(tray.entries).singleElement().extracting(ViewerEntry::text).isEqualTo("08:40 CT Thorax");

        tray.choose(TrayOwner::open);
        closeByHand();
        assertThat(tray.told).containsExactly(new Texts(Locale.GERMAN).get("desktop.inTray"));
    }

    private void choose(LanguageChoice language) {
        AppearanceSettings.in(profile).set(new AppearanceSettings(ThemeChoice.DARK, 100, language));
    }

    @Test
    void theTrayOffersNoMoreThanEight() throws Exception {
        ViewerSettings.in(profile).set(SampleViewers.one());
        engine.publish(Snapshots.of(IntStream.range(0, 20)
                .mapToObj(number -> appointment("A" + number, "X^Y", "CT", "CT Chest", number,
                        ReadinessVerdict.READY, null, here("2.25." + number)))
                .toArray(AppointmentView[]::new)));
        start(Opening.IN_TRAY);

        await().until(() -> tray.entries.size() == 8);
    }

    @Test
    void theTraySaysWhyTheViewerDidNotOpen() throws Exception {
        outcome = new LaunchOutcome.Refused(Message.of("viewer.url.notOpened", "https:"));
        ViewerSettings.in(profile).set(SampleViewers.one());
        engine.publish(Snapshots.of(appointment("A", "X^Y", "CT", "CT Chest", 10, ReadinessVerdict.READY, null,
                here("2.25.7"))));
        start(Opening.IN_TRAY);
        await().until(() -> !tray.entries.isEmpty());

        tray.choose(owner -> owner.openInViewer("A"));

        await().untilAsserted(
                () -> assertThat(tray.told).singleElement().asString().startsWith("OHIF was not opened."));
    }

    @Test
    void theWindowSaysThatTheEngineHasEndedUntilOneSpeaks() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1 && texts().contains("None exist"));

        tray.choose(owner -> ((EngineWatch.Listener) owner).gone());

        // a table shows what its rows have become when it is next drawn
        await().untilAsserted(() -> assertThat(texts()).contains(STOPPED, "Not known")
                .doesNotContain("Ready", "None exist"));
        assertThat(tray.states).contains(TrayState.engineGone());

        engine.publish(SampleDays.typical());
        await().untilAsserted(() -> assertThat(texts()).contains("Ready", "None exist")
                .doesNotContain("Not known", STOPPED));
    }

    /** The engine hands its last word of before to whoever asks it anew. */
    @Test
    void aWindowThatIsMadeAfterTheEngineHasEndedSaysSoUntilOneSpeaks() throws Exception {
        start(Opening.IN_TRAY);
        tray.isThereFromNow(true);
        await().until(() -> tray.states.contains(TrayState.of(SampleDays.typical())));
        tray.choose(owner -> ((EngineWatch.Listener) owner).gone());

        tray.choose(TrayOwner::open);

        assertThat(texts()).contains(STOPPED);
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(texts()).contains(STOPPED).doesNotContain("M\u00fcller, Karl"));

        engine.publish(SampleDays.typical());
        await().until(() -> !texts().contains(STOPPED) && texts().contains("M\u00fcller, Karl"));
    }

    @Test
    void aWindowThatWasPutAwayWhenTheEngineEndedSaysSoWhenItComesBack() throws Exception {
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1 && texts().contains("None exist"));
        closeByHand();
        tray.choose(owner -> ((EngineWatch.Listener) owner).gone());

        tray.choose(TrayOwner::open);

        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(texts()).contains(STOPPED, "Not known").doesNotContain("None exist"));
    }

    @Test
    void aWindowThatIsBuiltAnewAfterTheEngineHasEndedSaysSo() throws Exception {
        forced = new Looks.Forced(Theme.DARK, 1.0, null);
        window = window();
        choose(LanguageChoice.ENGLISH);
        start(Opening.WINDOW);
        tray.isThereFromNow(true);
        await().until(() -> stages().size() == 1 && texts().contains("None exist"));
        tray.choose(owner -> ((EngineWatch.Listener) owner).gone());

        onScreenThread(() -> {
            choose(LanguageChoice.GERMAN);
            return null;
        });

        String stopped = new Texts(Locale.GERMAN).get("shell.gone.hint");
        await().until(() -> texts().contains(stopped));
        await().during(Duration.ofMillis(300)).until(() -> texts().contains(stopped));

        engine.publish(SampleDays.typical());
        await().until(() -> !texts().contains(stopped) && texts().contains("M\u00fcller, Karl"));
    }

    @Test
    void aPanelThatIsMadeAfterTheEngineHasEndedShowsNothingOfBefore() throws Exception {
        start(Opening.IN_TRAY);
        tray.isThereFromNow(true);
        await().until(() -> tray.states.contains(TrayState.of(SampleDays.typical())));
        tray.choose(owner -> ((EngineWatch.Listener) owner).gone());

        tray.choose(owner -> owner.clicked(new Rectangle2D(0, 0, 20, 20)));

        assertThat(texts()).contains("PriorFetch has stopped working").doesNotContain("M\u00fcller, Karl");

        engine.publish(SampleDays.typical());
        await().until(() -> texts().contains("M\u00fcller, Karl"));
    }

    @Test
    void theTrayLeadsToWhereIsFetchedByHand() throws Exception {
        start(Opening.IN_TRAY);
        tray.isThereFromNow(true);

        tray.choose(TrayOwner::fetchByHand);

        await().until(() -> stages().size() == 1);
        assertThat(onScreenThread(() -> stages().getFirst().getScene().lookup("#rail-FETCH").getPseudoClassStates()))
                .contains(PseudoClass.getPseudoClass("selected"));
    }

    private static List<String> texts() throws Exception {
        return onScreenThread(() -> List.copyOf(
                Texty.visibleTexts(((Stage) Window.getWindows().getFirst()).getScene().getRoot())));
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
