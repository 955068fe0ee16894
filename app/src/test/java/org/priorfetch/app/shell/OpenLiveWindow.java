package org.priorfetch.app.shell;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.TestSessions;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.viewer.ViewerBridge;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** For tests of a main window that is built more than once on the same stage. */
abstract class OpenLiveWindow {

    final ObjectProperty<Look> look = new SimpleObjectProperty<>(new Look(Appearance.DEFAULT, Locale.ENGLISH));
    private final Privacy privacy = new Privacy();
    private final Profile profile = Profile.inMemory();
    Stage stage;
    LiveWindow window;
    ScriptedEngine engine;

    final void open(ScriptedEngine wanted, ScreenId screen) throws Exception {
        open(wanted, new Visit.ToScreen(screen));
    }

    final void open(ScriptedEngine wanted, Visit visit) throws Exception {
        engine = wanted;
        FxToolkit.registerPrimaryStage();
        Commands commands = new Commands(engine);
        window = on(() -> {
            stage = new Stage();
            LiveWindow made = new LiveWindow(stage, engine, look, wantedLook -> workplace(commands, wantedLook));
            made.show();
            made.open(visit);
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Workplace workplace(Commands commands, Look wanted) {
        Texts texts = new Texts(wanted.locale());
        return new Workplace(commands, texts, new Formats(texts, new TestClock()), wanted.appearance(), privacy,
                profile, visit -> window.open(visit), new PassingNotices(() -> stage), ViewerActions.NONE,
                AutoStart.UNSUPPORTED, TestSessions.on(commands), ViewerBridge.ofSystem());
    }

    @AfterEach
    final void closeTheWindow() throws Exception {
        on(() -> {
            window.close();
            return null;
        });
    }

    static <T> T on(Callable<T> work) throws Exception {
        return OpenWindow.onScreenThread(work);
    }

    final <T extends Node> T find(String id, Class<T> type) throws Exception {
        return type.cast(on(() -> stage.getScene().lookup(id)));
    }

    final void type(String id, String text) throws Exception {
        TextField field = find(id, TextField.class);
        on(() -> {
            field.setText(text);
            return null;
        });
    }

    final boolean shows(String text) throws Exception {
        return on(() -> Texty.visibleTexts(Texty.laidOut(stage.getScene().getRoot())).contains(text));
    }

    final void awaitText(String text) {
        await(text).atMost(Duration.ofSeconds(20)).until(() -> shows(text));
    }
}
