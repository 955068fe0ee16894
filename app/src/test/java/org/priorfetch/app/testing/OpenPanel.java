package org.priorfetch.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.SnapshotBridge;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.panel.StatusPanel;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.viewer.ViewerBridge;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A status panel on a scripted engine, opened in the corner at the top left. */
public final class OpenPanel implements AutoCloseable {

    private static final long SECONDS = 20;
    private static final Rectangle2D ICON = new Rectangle2D(0, -20, 20, 20);

    private final TestClock clock = new TestClock();
    private final FxRobot robot = OneRobot.get();
    private final PrefetchEngine engine;
    private final List<Visit> visits = new ArrayList<>();
    private final Workplace workplace;
    private final StatusPanel panel;
    private final SnapshotBridge bridge;

    public OpenPanel(PrefetchEngine engine) throws Exception {
        this(engine, Appearance.DEFAULT, Locale.ENGLISH, ViewerActions.NONE);
    }

    public OpenPanel(PrefetchEngine engine, Appearance appearance, Locale locale, ViewerActions viewer)
            throws Exception {
        this(engine, appearance, locale, viewer, Profile.inMemory());
    }

    /** On an engine that has been told how to answer commands, or on a real one. */
    public OpenPanel(PrefetchEngine engine, Appearance appearance, Locale locale, ViewerActions viewer,
            Profile profile) throws Exception {
        this.engine = engine;
        FxToolkit.registerPrimaryStage();
        Texts texts = new Texts(locale);
        Commands commands = new Commands(engine);
        workplace = new Workplace(commands, texts, new Formats(texts, clock), appearance,
                new Privacy(PrivacySettings.in(profile)), profile, visits::add, new NotedTeller(), viewer,
                AutoStart.UNSUPPORTED, OpenWindow.onScreenThread(() -> new AdminSession(new Commands(engine))),
                ViewerBridge.ofSystem());
        panel = OpenWindow.onScreenThread(() -> new StatusPanel(workplace, viewer));
        bridge = new SnapshotBridge(engine, panel::show);
        WaitForAsyncUtils.waitForFxEvents();
        open();
    }

    public void open() throws Exception {
        OpenWindow.onScreenThread(() -> {
            panel.showAt(ICON);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    public StatusPanel panel() {
        return panel;
    }

    public Scene scene() {
        return Stage.getWindows()
                .stream()
                .map(window -> window.getScene())
                .filter(scene -> scene.getRoot().getStyleClass().contains("status-panel"))
                .findFirst()
                .orElseThrow();
    }

    public FxRobot robot() {
        return robot;
    }

    public void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Looks on the screen's thread, so that nothing is put in or taken out meanwhile. */
    public <T extends Node> T find(String query, Class<T> type) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS),
                () -> robot.from(scene().getRoot()).lookup(query).queryAs(type));
    }

    public boolean shows(String text) throws Exception {
        return OpenWindow.onScreenThread(() -> Texty.visibleTexts(Texty.laidOut(scene().getRoot())).contains(text));
    }

    public ScriptedEngine engine() {
        return (ScriptedEngine) engine;
    }

    public TestClock clock() {
        return clock;
    }

    public Workplace workplace() {
        return workplace;
    }

    /** Where the panel led to so far. */
    public List<Visit> visits() {
        return visits;
    }

    @Override
    public void close() {
        bridge.close();
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), panel::close);
    }
}
