package org.priorfetch.app.shell;

import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;

/**
 * The main window, built anew in its place when it is to look or speak otherwise, and when it is wanted again after it was
 * given up out of sight. Used on the FX thread.
 */
public final class LiveWindow implements Navigator, AutoCloseable {

    private final Stage stage;
    private final PrefetchEngine engine;
    private final ObservableValue<Look> look;
    private final Function<Look, Workplace> workplaces;
    private final Subscription looks;
    private @Nullable MainWindow window;
    private @Nullable WindowStand stood;
    private @Nullable Message gone;
    private boolean closed;

    /** @param workplaces what the screens are given in a look */
    public LiveWindow(Stage stage, PrefetchEngine engine, ObservableValue<Look> look,
            Function<Look, Workplace> workplaces) {
        this.stage = stage;
        this.engine = engine;
        this.look = look;
        this.workplaces = workplaces;
        window = made(look.getValue());
        // later, because what asks for it is a control of the window that goes
        looks = look.subscribe((_, wanted) -> FxToolkit.run(() -> take(wanted)));
    }

    public void show() {
        window().show();
    }

    @Override
    public void open(Visit visit) {
        window().open(visit);
    }

    /**
     * Gives up all that is drawn, which takes much memory, and remembers where it stands; not while somebody has begun
     * something that would be lost. To be called while it is hidden.
     */
    public void giveUp() {
        MainWindow current = window;
        WindowStand stand = current == null ? null : current.stand().orElse(null);
        if (current != null && stand != null) {
            keepSize();
            current.leave();
            stage.setScene(null);
            window = null;
            stood = stand;
        }
    }

    /** The engine has ended; said until it speaks again. */
    public void engineGone(Message why) {
        gone = why;
        if (window != null) {
            window.engineGone(why);
        }
    }

    /** An engine speaks; of interest after one had ended. */
    public void engineSpeaks(EngineSnapshot snapshot) {
        gone = null;
        if (window != null) {
            window.engineSpeaks(snapshot);
        }
    }

    @Override
    public void close() {
        closed = true;
        looks.unsubscribe();
        if (window != null) {
            window.close();
        }
    }

    private MainWindow made(Look wanted) {
        return new MainWindow(stage, engine, workplaces.apply(wanted));
    }

    private MainWindow window() {
        MainWindow current = window;
        if (current == null) {
            current = made(look.getValue());
            window = current;
            if (stood != null) {
                current.goOn(stood);
                stood = null;
            }
            if (gone != null) {
                current.engineGone(gone);
            }
        }
        return current;
    }

    private void keepSize() {
        stage.setWidth(stage.getWidth());
        stage.setHeight(stage.getHeight());
    }

    private void take(Look wanted) {
        MainWindow before = window;
        if (closed || before == null) {
            return; // made in the look that is wanted then
        }
        Visit here = new Visit.ToScreen(before.screen());
        String focused = idOf(stage.getScene().getFocusOwner());
        keepSize();
        MainWindow after = made(wanted);
        window = after;
        after.carryOn(before);
        before.leave();
        after.open(here);
        focus(focused);
        restyleAll(wanted.appearance());
    }

    private void focus(@Nullable String id) {
        Node before = id == null ? null : stage.getScene().lookup("#" + id);
        if (before != null) {
            before.requestFocus();
        }
    }

    private static @Nullable String idOf(@Nullable Node node) {
        return node == null ? null : node.getId();
    }

    private void restyleAll(Appearance appearance) {
        for (Window other : Window.getWindows()) {
            Scene scene = other.getScene();
            if (scene != null && Appearance.isOf(scene)) {
                appearance.restyle(scene);
            }
        }
    }
}
