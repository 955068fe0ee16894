package org.priorfetch.app.testing;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.shell.MainWindow;
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
    private final MainWindow window;

    public OpenWindow(EngineSnapshot first) throws Exception {
        this(first, Appearance.DEFAULT, Locale.ENGLISH);
    }

    public OpenWindow(EngineSnapshot first, Appearance appearance, Locale locale) throws Exception {
        engine = new ScriptedEngine(first);
        FxToolkit.registerPrimaryStage();
        stage = onScreenThread(Stage::new);
        window = onScreenThread(() -> {
            Texts texts = new Texts(locale);
            MainWindow opened = new MainWindow(stage, engine, texts, new Formats(texts, clock), appearance);
            stage.setX(0);
            stage.setY(0);
            opened.show();
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents();
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
