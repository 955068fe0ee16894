package org.priorfetch.app.launch;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import javafx.stage.Stage;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.MainWindow;
import org.priorfetch.app.shell.PassingNotices;
import org.priorfetch.app.shell.Signpost;
import org.priorfetch.engine.api.PrefetchEngine;

/** The program's window on an engine that somebody else starts and stops. */
public final class DesktopWindow {

    /** {@code light} or {@code dark}, which is the default. */
    public static final String THEME_PROPERTY = "priorfetch.theme";
    /** Of the type: {@code 1.0}, which is the default, {@code 1.15} or {@code 1.5}. */
    public static final String SCALE_PROPERTY = "priorfetch.scale";

    private final Appearance appearance;
    private final Locale locale;
    private final Clock clock;

    public DesktopWindow(Appearance appearance, Locale locale, Clock clock) {
        this.appearance = appearance;
        this.locale = locale;
        this.clock = clock;
    }

    /** The window as the system properties, the person's language and the computer's clock want it. */
    public static DesktopWindow ofSystem() {
        Theme theme = "light".equalsIgnoreCase(System.getProperty(THEME_PROPERTY)) ? Theme.LIGHT : Theme.DARK;
        return new DesktopWindow(new Appearance(theme, scale()), Locale.getDefault(),
                Clock.system(ZoneId.systemDefault()));
    }

    /** Whether a window can be opened here. Starts the JavaFX toolkit to find out, where there may be a screen at all. */
    public static boolean isPossible() {
        if (!Display.isPresent()) {
            return false;
        }
        try {
            FxToolkit.start();
            return true;
        } catch (IllegalStateException unusable) {
            return false;
        }
    }

    /**
     * Opens the window and waits until it is closed; an interrupt closes it. Starts the JavaFX toolkit at the first call. May be called from any
     * thread but the toolkit's own.
     *
     * @throws IllegalStateException when the screen cannot be used
     */
    public void show(PrefetchEngine engine, Profile profile) throws InterruptedException {
        FxToolkit.start();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        FxToolkit.run(() -> {
            try {
                open(engine, profile, closed);
            } catch (RuntimeException | Error failure) {
                closed.completeExceptionally(failure);
            }
        });
        try {
            closed.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The window could not be opened", failure.getCause());
        } finally {
            closed.cancel(false);
        }
    }

    /** What cannot be read is no reason to show nothing. */
    private static double scale() {
        try {
            double wanted = Double.parseDouble(System.getProperty(SCALE_PROPERTY, "1.0"));
            return Math.clamp(wanted, Appearance.SMALLEST, Appearance.LARGEST);
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }

    private void open(PrefetchEngine engine, Profile profile, CompletableFuture<Void> closed) {
        Texts texts = new Texts(locale);
        Stage stage = new Stage();
        Signpost signpost = new Signpost();
        Commands commands = new Commands(engine);
        Workplace workplace = new Workplace(commands, texts, new Formats(texts, clock), appearance,
                new Privacy(), profile, signpost, new PassingNotices(() -> stage), new AdminSession(commands));
        MainWindow window = new MainWindow(stage, engine, workplace);
        signpost.pointTo(window);
        stage.setOnHidden(_ -> closed.complete(null));
        var _ = closed.whenComplete((_, _) -> FxToolkit.run(window::close));
        window.show();
    }
}
