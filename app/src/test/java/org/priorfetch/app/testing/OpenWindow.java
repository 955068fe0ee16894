package org.priorfetch.app.testing;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.MainWindow;
import org.priorfetch.app.shell.PassingNotices;
import org.priorfetch.app.shell.Signpost;
import org.priorfetch.engine.api.EngineSnapshot;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A main window on a scripted engine. */
public final class OpenWindow implements AutoCloseable {

    private static final long SECONDS = 20;

    private final TestClock clock = new TestClock();
    private final ScriptedEngine engine;
    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final Workplace workplace;
    private final MainWindow window;

    public OpenWindow(EngineSnapshot first) throws Exception {
        this(first, Appearance.DEFAULT, Locale.ENGLISH);
    }

    public OpenWindow(EngineSnapshot first, Appearance appearance, Locale locale) throws Exception {
        this(new ScriptedEngine(first), appearance, locale);
    }

    /** On an engine that has been told how to answer commands. */
    public OpenWindow(ScriptedEngine engine, Appearance appearance, Locale locale) throws Exception {
        this.engine = engine;
        FxToolkit.registerPrimaryStage();
        stage = onScreenThread(Stage::new);
        Texts texts = new Texts(locale);
        Signpost signpost = new Signpost();
        workplace = new Workplace(new Commands(engine), texts, new Formats(texts, clock), appearance, new Privacy(),
                Profile.inMemory(), signpost, new PassingNotices(() -> stage), AutoStart.UNSUPPORTED);
        window = onScreenThread(() -> {
            MainWindow opened = new MainWindow(stage, engine, workplace);
            signpost.pointTo(opened);
            stage.setX(0);
            stage.setY(0);
            opened.show();
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Goes to a screen, or to something on it. */
    public OpenWindow visit(Visit visit) throws Exception {
        onScreenThread(() -> {
            window.open(visit);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    public OpenWindow visit(ScreenId screen) throws Exception {
        return visit(new Visit.ToScreen(screen));
    }

    /** What the screens were given. */
    public Workplace workplace() {
        return workplace;
    }

    public ScriptedEngine engine() {
        return engine;
    }

    public TestClock clock() {
        return clock;
    }

    public FxRobot robot() {
        return robot;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public <T extends Node> T find(String query, Class<T> type) {
        return robot.from(scene().getRoot()).lookup(query).queryAs(type);
    }

    public boolean shows(String text) throws Exception {
        return onScreenThread(() -> Texty.visibleTexts(scene().getRoot()).contains(text));
    }

    public static <T> T onScreenThread(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), window::close);
    }
}
