package org.priorfetch.app.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitParts;
import static org.priorfetch.app.testing.OpenWindow.awaitText;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.testing.Archives;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleMedia;
import org.priorfetch.app.testing.SampleRules;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.engine.api.AppointmentCommand.Pin;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;

/** A screen of an engine that has ended says so, and offers nothing that only an engine could do. */
@Timeout(90)
class EngineGoneTest {

    private static final String TODAY = "Nothing can be fetched, skipped, pinned or asked until PriorFetch works again."
            + " How appointments stand is the last that was known.";
    private static final String TRANSFERS = "Nothing can be moved, retried, cancelled or paused until PriorFetch works"
            + " again.";
    private static final String FETCH = "Nothing can be searched, imported or fetched until PriorFetch works again."
            + " What was found is as it was before.";
    private static final String SOURCES = "Settings can be read, checked and saved once PriorFetch works again."
            + " What is typed stays.";
    private static final String RULES = "Rules can be tried and saved once PriorFetch works again."
            + " What is changed stays.";
    private static final String PREFERENCES = "What the passphrase protects can be unlocked and changed once"
            + " PriorFetch works again.";

    private static OpenWindow open(ScriptedEngine engine, ScreenId screen) throws Exception {
        return new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH).visit(screen);
    }

    private static boolean canBeUsed(OpenWindow window, String id) throws Exception {
        return OpenWindow.onScreenThread(() -> {
            Node node = window.scene().lookup("#" + id);
            return node != null && !node.isDisabled();
        });
    }

    private static void awaitUsable(OpenWindow window, String... ids) {
        for (String id : ids) {
            await(id).until(() -> canBeUsed(window, id));
        }
    }

    private static void assertUseless(OpenWindow window, String... ids) throws Exception {
        for (String id : ids) {
            assertThat(canBeUsed(window, id)).as(id).isFalse();
        }
    }

    private static void type(OpenWindow window, String id, String text) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find("#" + id, TextField.class).setText(text);
            return null;
        });
    }

    private static void fire(OpenWindow window, String id) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find("#" + id, Button.class).fire();
            return null;
        });
    }

    private static long count(OpenWindow window, Class<?> command) {
        return window.engine().submitted().stream().filter(command::isInstance).count();
    }

    @Test
    void whatStandsOnTodayCanBeLookedAtButNotWorkedOn() throws Exception {
        try (OpenWindow window = open(new ScriptedEngine(SampleDays.typical()), ScreenId.TODAY)) {
            awaitUsable(window, "ask-again", "pin", "fetch-by-hand");

            window.engineGone();

            awaitText(window, TODAY);
            assertUseless(window, "ask-again", "pin", "fetch-now", "put-first");
            assertThat(canBeUsed(window, "fetch-by-hand")).isTrue();
            OpenWindow.onScreenThread(() -> {
                window.find("#appointments", TableView.class).requestFocus();
                return null;
            });
            window.robot().push(KeyCode.R).push(KeyCode.P).push(KeyCode.F);
            assertThat(window.engine().submitted())
                    .noneMatch(command -> command instanceof QueryAgain || command instanceof Pin);

            window.engineSpeaks(SampleDays.typical());
            awaitUsable(window, "ask-again", "pin");
            await().until(() -> !window.shows(TODAY));
        }
    }

    @Test
    void transfersAreNeitherMovedNorStopped() throws Exception {
        EngineSnapshot running = Snapshots.of(List.of(), List.of(transfer(1, "Eins", TransferState.QUEUED, 0, 4),
                transfer(2, "Zwei", TransferState.QUEUED, 0, 4)));
        try (OpenWindow window = open(new ScriptedEngine(running), ScreenId.TRANSFERS)) {
            awaitText(window, "Zwei");
            OpenWindow.onScreenThread(() -> {
                TableView<?> table = window.find("#transfers", TableView.class);
                table.requestFocus();
                table.getSelectionModel().select(1);
                return null;
            });
            awaitUsable(window, "cancel-transfer", "first-transfer", "pause");

            window.engineGone();

            awaitText(window, TRANSFERS);
            assertUseless(window, "cancel-transfer", "first-transfer", "pause");
            window.robot().push(KeyCode.DELETE).push(KeyCode.T).push(KeyCode.ALT, KeyCode.UP);
            assertThat(window.engine().submitted()).noneMatch(TransferCommand.class::isInstance);

            window.engineSpeaks(running);
            awaitUsable(window, "cancel-transfer", "first-transfer", "pause");
        }
    }

    @Test
    void nothingIsSearchedOrOrdered() throws Exception {
        try (OpenWindow window = open(Archives.engine(Archives.day(), Archives.typical()), ScreenId.FETCH)) {
            type(window, "name", "Meier");
            fire(window, "search");
            awaitText(window, "CT Thorax mit KM");
            choose(window);
            awaitUsable(window, "fetch", "search", "history");

            window.engineGone();

            awaitText(window, FETCH);
            assertUseless(window, "fetch", "search", "history");
            long asked = count(window, ArchiveCommand.SearchArchive.class);
            OpenWindow.onScreenThread(() -> {
                window.find("#name", TextField.class).requestFocus();
                return null;
            });
            window.robot().push(KeyCode.ENTER);
            assertThat(count(window, ArchiveCommand.SearchArchive.class)).isEqualTo(asked);

            window.engineSpeaks(Archives.day());
            awaitUsable(window, "fetch", "search", "history");
            await().until(() -> !window.shows(FETCH));
        }
    }

    /** Once all have answered: until then rows move. */
    private static void choose(OpenWindow window) throws Exception {
        await().until(() -> !canBeUsed(window, "stop"));
        TreeTableView<?> table = window.find("#results", TreeTableView.class);
        OpenWindow.onScreenThread(() -> {
            table.requestFocus();
            table.getSelectionModel().select(1);
            return null;
        });
        window.robot().push(KeyCode.SPACE);
    }

    @Test
    void whatWasOrderedIsNotKnownAndWhoWasAskedIsNotWaitedFor() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ScriptedEngine engine = Archives.engine(Archives.day(), Archives.typical());
        try (OpenWindow window = open(engine, ScreenId.FETCH)) {
            type(window, "name", "Meier");
            fire(window, "search");
            awaitText(window, "CT Thorax mit KM");
            choose(window);
            awaitUsable(window, "fetch");
            fire(window, "fetch");
            EngineSnapshot running = Snapshots.of(Archives.day().appointments(),
                    List.of(transfer(1, "CT", TransferState.RUNNING, 203, 812)));
            await().until(() -> {
                engine.publish(running);
                return window.shows("Fetching");
            });
            engine.on(ArchiveCommand.SearchArchive.class, _ -> {
                assertThat(isReleased(never)).isTrue();
                throw new CommandFailedException(Message.of("channel.gone"));
            });
            fire(window, "search");
            awaitText(window, "asking…");

            window.engineGone();

            awaitText(window, "Not known");
            await().until(() -> !window.shows("Fetching") && !window.shows("asking…"));
            assertUseless(window, "again-regional");
            window.engineSpeaks(running);
            awaitText(window, "Fetching");
        } finally {
            never.countDown();
        }
    }

    private static long howSourcesDo(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> Texty.visibleTexts(window.scene().lookup("#parts"))
                .stream()
                .filter(text -> text.endsWith(" · 08:30"))
                .count());
    }

    private static boolean isReleased(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aDiscIsNotLookedThroughAnyFurther() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleMedia.slow(), Appearance.DEFAULT, Locale.ENGLISH)
                .visit(new Visit.ToImport(SampleMedia.PATH))) {
            awaitText(window, "120 of 250 files looked at");

            window.engineGone();

            awaitText(window, FETCH);
            await().until(() -> !window.shows("120 of 250 files looked at"));
            assertUseless(window, "import-choose");
        }
    }

    @Test
    void settingsAreKeptAsTypedAndReadAnewLater() throws Exception {
        ScriptedEngine engine = SampleSites.refusing();
        try (OpenWindow window = open(engine, ScreenId.SOURCES)) {
            awaitParts(window, "regional");
            type(window, "PACS-host", "elsewhere.example");
            awaitUsable(window, "save", "check", "reload");
            await().until(() -> howSourcesDo(window) > 0);
            long read = count(window, SiteCommand.ReadSite.class);

            window.engineGone();

            awaitText(window, SOURCES);
            assertUseless(window, "save", "check", "reload");
            await().until(() -> howSourcesDo(window) == 0);
            assertThat(window.find("#PACS-host", TextField.class).getText()).isEqualTo("elsewhere.example");

            window.engineSpeaks(SampleDays.typical());
            awaitUsable(window, "save", "check", "reload");
            await().until(() -> count(window, SiteCommand.ReadSite.class) == read + 1);
            await().until(() -> window.find("#PACS-host", TextField.class).getText().equals("elsewhere.example"));
        }
    }

    @Test
    void settingsThatCouldNotBeReadAreReadWhenOneSpeaks() throws Exception {
        ScriptedEngine engine = SampleSites.unreadable();
        try (OpenWindow window = open(engine, ScreenId.TODAY)) {
            window.engineGone();
            window.visit(ScreenId.SOURCES);
            awaitText(window, SOURCES);

            engine.on(SiteCommand.ReadSite.class, _ -> SampleSites.report());
            window.engineSpeaks(SampleDays.typical());

            awaitParts(window, "regional");
        }
    }

    @Test
    void rulesAreNeitherTriedNorSaved() throws Exception {
        try (OpenWindow window = open(SampleRules.open(SampleRules.typical()), ScreenId.RULES)) {
            awaitText(window, "Mammography");
            type(window, "max-priors", "7");
            awaitUsable(window, "rules-save", "rules-revert", "trial-run");

            window.engineGone();

            awaitText(window, RULES);
            assertUseless(window, "rules-save", "rules-revert", "trial-run");
            window.robot().push(KeyCode.CONTROL, KeyCode.S);
            assertThat(count(window, RulesCommand.SaveRules.class)).isZero();

            window.engineSpeaks(Snapshots.of());
            awaitUsable(window, "rules-save", "rules-revert", "trial-run");
            assertThat(window.find("#max-priors", TextField.class).getText()).isEqualTo("7");
        }
    }

    @Test
    void preferencesAreStillChangedButForWhatTheEngineKeeps() throws Exception {
        ScriptedEngine engine = SampleSites.keeping(new ScriptedEngine(SampleDays.typical()));
        try (OpenWindow window = open(engine, ScreenId.PREFERENCES)) {
            awaitUsable(window, "lock");
            long asked = count(window, SiteCommand.ReadLock.class);

            window.engineGone();

            awaitText(window, PREFERENCES);
            assertThat(OpenWindow.onScreenThread(() -> window.find("#protect-SITE", CheckBox.class).isDisabled()))
                    .isTrue();
            assertUseless(window, "lock", "passphrase");
            assertThat(canBeUsed(window, "person-name")).isTrue();

            window.engineSpeaks(SampleDays.typical());
            awaitUsable(window, "lock", "passphrase");
            await().until(() -> count(window, SiteCommand.ReadLock.class) > asked);
        }
    }
}
