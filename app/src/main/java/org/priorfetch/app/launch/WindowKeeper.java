package org.priorfetch.app.launch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.bridge.LastPicture;
import org.priorfetch.app.bridge.Timer;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.shell.LiveWindow;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/**
 * Keeps the main window within reach: open, or parked, which is in the tray where there is one and small where there is none.
 * Makes it when it is first wanted. Belongs to the FX thread.
 */
final class WindowKeeper implements Navigator, AutoCloseable {

    /** The window and what it stands on. */
    record Made(Stage stage, LiveWindow window) {}

    private enum TrayKnown {
        NOT_YET, THERE, NONE
    }

    /** When the window has let its drawing go. */
    private static final Duration SOON = Duration.ofSeconds(2);
    /** By then whoever closed it has turned to something else, and the next opening may take a moment longer. */
    static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(1);

    private final Supplier<Made> maker;
    private final DesktopHints hints;
    private final Timer timer;
    private Runnable onHidden = () -> {};
    private TrayKnown tray = TrayKnown.NOT_YET;
    private boolean parked;
    private @Nullable Made made;
    private @Nullable Message gone;
    private Timer.Call givingUp = () -> {};

    /** @param timer works on the FX thread */
    WindowKeeper(Supplier<Made> maker, DesktopHints hints, Timer timer) {
        this.maker = maker;
        this.hints = hints;
        this.timer = timer;
    }

    /** What to do when the window has gone to the tray for the first time ever. */
    void onHidden(Runnable action) {
        onHidden = action;
    }

    /** Shows the window as it was left, in front of the others. */
    void open() {
        parked = false;
        givingUp.cancel();
        Made current = made();
        current.stage().setIconified(false);
        current.window().show();
        current.stage().toFront();
        if (tray == TrayKnown.NONE) {
            hints.tellNoTray();
        }
    }

    @Override
    public void open(Visit visit) {
        open();
        made().window().open(visit);
    }

    /** The engine has ended; said until it speaks again, by a window that is made later as well. */
    void engineGone(Message why) {
        gone = why;
        if (made != null) {
            made.window().engineGone(why);
        }
    }

    void engineSpeaks(EngineSnapshot snapshot) {
        gone = null;
        if (made != null) {
            made.window().engineSpeaks(snapshot);
        }
    }

    /** Puts the window away. */
    void park() {
        parked = true;
        Made current = made;
        if (tray == TrayKnown.THERE) {
            if (current != null) {
                current.stage().hide();
                collectSoon();
                givingUp.cancel();
                givingUp = timer.after(GIVEN_UP_AFTER, () -> giveUp(current));
            }
        } else {
            becomeSmall(made());
        }
    }

    private void giveUp(Made window) {
        if (parked && !window.stage().isShowing()) {
            window.window().giveUp();
            LastPicture.forget();
            collectSoon();
        }
    }

    private void collectSoon() {
        var _ = timer.after(SOON, () -> {
            var _ = CompletableFuture.runAsync(MemoryReturn::everything);
        });
    }

    /** Begins out of sight; a window comes only where there turns out to be no tray. */
    void parkWhenTrayIsKnown() {
        parked = true;
        if (tray != TrayKnown.NOT_YET) {
            park();
        }
    }

    void trayIsThere(boolean there) {
        tray = there ? TrayKnown.THERE : TrayKnown.NONE;
        if (parked && !isOpenedByHand()) {
            park();
        } else if (!there) {
            hints.tellNoTray();
        }
    }

    private void becomeSmall(Made window) {
        window.stage().setIconified(true);
        window.stage().show();
        FxToolkit.run(() -> staySmall(window));
    }

    /** Some window managers open a new window whatever was asked for. */
    private void staySmall(Made window) {
        if (parked && tray != TrayKnown.THERE) {
            window.stage().setIconified(true);
        }
    }

    private Made made() {
        Made current = made;
        if (current == null) {
            current = maker.get();
            made = current;
            current.stage().setOnCloseRequest(request -> {
                request.consume();
                closedByHand();
            });
            if (gone != null) {
                current.window().engineGone(gone);
            }
        }
        return current;
    }

    /** Whether somebody has opened the small window from the desktop's list of windows. */
    private boolean isOpenedByHand() {
        return made != null && made.stage().isShowing() && !made.stage().isIconified();
    }

    private void closedByHand() {
        park();
        if (tray == TrayKnown.THERE) {
            hints.firstTimeInTray(onHidden);
        }
    }

    @Override
    public void close() {
        givingUp.cancel();
        if (made != null) {
            made.window().close();
        }
    }
}
