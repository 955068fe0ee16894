package org.priorfetch.app.controls;

import java.time.Duration;
import java.util.Set;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * Hides patients' names when nobody has used mouse or keys in any window of the program for the set time. Does not run
 * while there is no window to be seen, or nothing to hide. Used on the FX thread.
 */
public final class IdleWatch implements AutoCloseable {

    /** What people do; not what happens to a window under a resting pointer. */
    private static final Set<EventType<? extends InputEvent>> ACTIVITY = Set.of(KeyEvent.KEY_PRESSED,
            MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_DRAGGED, ScrollEvent.SCROLL);

    private final Privacy privacy;
    private final ObservableList<Window> windows;
    private final IdleTimer timer;
    private final EventHandler<InputEvent> active = _ -> restart();
    private final ListChangeListener<Window> windowsChanged = this::follow;
    private final Subscription subscription;

    /** Watches all windows of the program, those that are opened later too. */
    public IdleWatch(Privacy privacy) {
        this(privacy, Window.getWindows(), IdleTimer.onScreen());
    }

    IdleWatch(Privacy privacy, ObservableList<Window> windows, IdleTimer timer) {
        this.privacy = privacy;
        this.windows = windows;
        this.timer = timer;
        windows.forEach(this::listen);
        windows.addListener(windowsChanged);
        subscription = Subscription.combine(privacy.settingsProperty().subscribe(this::restart),
                privacy.namesHiddenProperty().subscribe(this::restart));
        restart();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        windows.removeListener(windowsChanged);
        windows.forEach(this::leave);
        timer.stop();
    }

    private void follow(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::leave);
            change.getAddedSubList().forEach(this::listen);
        }
        if (windows.isEmpty() || !timer.isRunning()) {
            restart();
        }
    }

    private void listen(Window window) {
        ACTIVITY.forEach(type -> window.addEventFilter(type, active));
    }

    private void leave(Window window) {
        ACTIVITY.forEach(type -> window.removeEventFilter(type, active));
    }

    private void restart() {
        timer.stop();
        int minutes = privacy.settingsProperty().get().idleMinutes();
        if (minutes > 0 && !windows.isEmpty() && !privacy.namesHiddenProperty().get()) {
            timer.restart(Duration.ofMinutes(minutes), privacy::hide);
        }
    }
}
