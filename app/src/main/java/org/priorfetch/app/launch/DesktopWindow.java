package org.priorfetch.app.launch;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.IdleWatch;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.preferences.AppearanceSettings;
import org.priorfetch.app.preferences.Looks;
import org.priorfetch.app.preferences.ViewerLauncher;
import org.priorfetch.app.preferences.ViewerSettings;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.Teller;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.LiveWindow;
import org.priorfetch.app.shell.PassingNotices;
import org.priorfetch.app.shell.Signpost;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.viewer.ViewerBridge;

/** The program's window on an engine that somebody else starts and stops. */
public final class DesktopWindow {

    /** {@code light} or {@code dark}, whatever the profile says. */
    public static final String THEME_PROPERTY = "priorfetch.theme";
    /** Of the type, {@code 1.0} to {@code 2.0}, whatever the profile says. */
    public static final String SCALE_PROPERTY = "priorfetch.scale";

    private final Looks.Forced forced;
    private final Clock clock;

    public DesktopWindow(Looks.Forced forced, Clock clock) {
        this.forced = forced;
        this.clock = clock;
    }

    /** The window as this person's profile wants it, or the system properties where they are set. */
    public static DesktopWindow ofSystem() {
        return new DesktopWindow(new Looks.Forced(theme(), scale(), null), Clock.system(ZoneId.systemDefault()));
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

    private static @Nullable Theme theme() {
        String wanted = System.getProperty(THEME_PROPERTY, "");
        return Stream.of(Theme.values())
                .filter(theme -> theme.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(null);
    }

    /** What cannot be read is no reason to show nothing. */
    private static @Nullable Double scale() {
        try {
            String wanted = System.getProperty(SCALE_PROPERTY);
            return wanted == null
                    ? null
                    : (Double) Math.clamp(Double.parseDouble(wanted), Appearance.SMALLEST, Appearance.LARGEST);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private void open(PrefetchEngine engine, Profile profile, CompletableFuture<Void> closed) {
        Stage stage = new Stage();
        Signpost signpost = new Signpost();
        Privacy privacy = new Privacy(PrivacySettings.in(profile));
        IdleWatch idle = new IdleWatch(privacy);
        Teller teller = new PassingNotices(() -> stage);
        Commands commands = new Commands(engine);
        Looks looks = new Looks(AppearanceSettings.in(profile), Platform.getPreferences().colorSchemeProperty(), forced,
                Locale.getDefault());
        AdminSession admin = new AdminSession(commands);
        LiveWindow window = new LiveWindow(stage, engine, looks.lookProperty(), look -> {
            Texts texts = new Texts(look.locale());
            return new Workplace(commands, texts, new Formats(texts, clock), look.appearance(), privacy, profile,
                    signpost, teller,
                    new ViewerLauncher(ViewerSettings.in(profile), ViewerBridge.ofSystem(), texts, teller),
                    AutoStart.UNSUPPORTED, admin);
        });
        signpost.pointTo(window);
        stage.setOnHidden(_ -> {
            idle.close();
            closed.complete(null);
        });
        var _ = closed.whenComplete((_, _) -> FxToolkit.run(window::close));
        window.show();
    }
}
