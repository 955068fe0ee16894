package org.priorfetch.app.testing;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.preferences.ViewerLauncher;
import org.priorfetch.app.preferences.ViewerSettings;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Teller;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.MainWindow;
import org.priorfetch.app.shell.PassingNotices;
import org.priorfetch.app.shell.Signpost;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.Launch;
import org.priorfetch.viewer.LaunchOutcome;
import org.priorfetch.viewer.ViewerBridge;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A main window on a scripted engine. */
public final class OpenWindow implements AutoCloseable {

    private static final long SECONDS = 20;

    private final TestClock clock = new TestClock();
    private final List<String> openedUrls = new CopyOnWriteArrayList<>();
    private final PrefetchEngine engine;
    private final FxRobot robot = OneRobot.get();
    private final Stage stage;
    private final Workplace workplace;
    private final MainWindow window;

    public OpenWindow(EngineSnapshot first) throws Exception {
        this(first, Appearance.DEFAULT, Locale.ENGLISH);
    }

    public OpenWindow(EngineSnapshot first, Appearance appearance, Locale locale) throws Exception {
        this(new ScriptedEngine(first), appearance, locale);
    }

    /** On an engine that has been told how to answer commands, or on a real one. */
    public OpenWindow(PrefetchEngine engine, Appearance appearance, Locale locale) throws Exception {
        this(engine, appearance, locale, MainWindow::new);
    }

    /** How a main window is made. */
    @FunctionalInterface
    public interface WindowMaker {
        MainWindow make(Stage stage, PrefetchEngine engine, Workplace workplace);
    }

    /** One that is made otherwise. */
    public OpenWindow(PrefetchEngine engine, Appearance appearance, Locale locale, WindowMaker maker)
            throws Exception {
        this.engine = engine;
        FxToolkit.registerPrimaryStage();
        stage = onScreenThread(Stage::new);
        Texts texts = new Texts(locale);
        Signpost signpost = new Signpost();
        Profile profile = Profile.inMemory();
        Teller teller = new PassingNotices(() -> stage);
        ViewerBridge viewers = ViewerBridge.with(this::openUrl);
        Commands commands = new Commands(engine);
        ViewerActions viewer = new ViewerLauncher(ViewerSettings.in(profile), viewers, commands, texts, teller);
        AdminSession admin = onScreenThread(() -> new AdminSession(commands));
        workplace = new Workplace(commands, texts, new Formats(texts, clock), appearance, new Privacy(), profile,
                signpost, teller, viewer, AutoStart.UNSUPPORTED, admin, viewers);
        window = onScreenThread(() -> {
            MainWindow opened = maker.make(stage, engine, workplace);
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

    /** The engine has ended, as the desktop notices it. */
    public void engineGone() throws Exception {
        onScreenThread(() -> {
            window.engineGone(Message.of("channel.gone"));
            return null;
        });
    }

    /** An engine speaks again, as the desktop hears it. */
    public void engineSpeaks(EngineSnapshot snapshot) throws Exception {
        onScreenThread(() -> {
            window.engineSpeaks(snapshot);
            return null;
        });
    }

    /** What the screens were given. */
    public Workplace workplace() {
        return workplace;
    }

    /** What viewers were asked to open so far. */
    public List<String> openedUrls() {
        return List.copyOf(openedUrls);
    }

    public ScriptedEngine engine() {
        return (ScriptedEngine) engine;
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

    /** Looks on the screen's thread, so that nothing is put in or taken out meanwhile. */
    public <T extends Node> T find(String query, Class<T> type) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS),
                () -> robot.from(scene().getRoot()).lookup(query).queryAs(type));
    }

    public boolean shows(String text) throws Exception {
        return onScreenThread(() -> Texty.visibleTexts(Texty.laidOut(scene().getRoot())).contains(text));
    }

    public static void awaitText(OpenWindow window, String text) {
        await(text).atMost(SECONDS, TimeUnit.SECONDS).until(() -> window.shows(text));
    }

    /** Waits until "Sources" lists these and knows what is protected. In the status bar archives stand from the start. */
    public static void awaitParts(OpenWindow window, String... names) {
        await(String.join(", ", names)).atMost(SECONDS, TimeUnit.SECONDS)
                .until(() -> onScreenThread(() -> window.lists(List.of(names))
                        && window.workplace.admin().lockProperty().get() != null));
    }

    private boolean lists(List<String> names) {
        return Texty.laidOut(scene().getRoot()).lookup("#parts") instanceof ListView<?> parts
                && Texty.visibleTexts(parts).containsAll(names);
    }

    public static <T> T onScreenThread(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(SECONDS, TimeUnit.SECONDS);
    }

    private LaunchOutcome openUrl(Launch.Url url) {
        openedUrls.add(url.url());
        return new LaunchOutcome.Opened();
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), window::close);
    }
}
