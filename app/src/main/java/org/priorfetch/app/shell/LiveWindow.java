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

/** The main window, built anew in its place when it is to look or speak otherwise. Used on the FX thread. */
public final class LiveWindow implements Navigator, AutoCloseable {

    private final Stage stage;
    private final PrefetchEngine engine;
    private final Function<Look, Workplace> workplaces;
    private final Subscription looks;
    private MainWindow window;
    private boolean closed;

    /** @param workplaces what the screens are given in a look */
    public LiveWindow(Stage stage, PrefetchEngine engine, ObservableValue<Look> look,
            Function<Look, Workplace> workplaces) {
        this.stage = stage;
        this.engine = engine;
        this.workplaces = workplaces;
        window = new MainWindow(stage, engine, workplaces.apply(look.getValue()));
        // later, because what asks for it is a control of the window that goes
        looks = look.subscribe((_, wanted) -> FxToolkit.run(() -> take(wanted)));
    }

    public void show() {
        window.show();
    }

    @Override
    public void open(Visit visit) {
        window.open(visit);
    }

    /** The engine has ended; said until it speaks again. */
    public void engineGone(Message why) {
        window.engineGone(why);
    }

    /** An engine speaks; of interest after one had ended. */
    public void engineSpeaks(EngineSnapshot snapshot) {
        window.engineSpeaks(snapshot);
    }

    @Override
    public void close() {
        closed = true;
        looks.unsubscribe();
        window.close();
    }

    private void take(Look look) {
        if (closed) {
            return;
        }
        Visit here = new Visit.ToScreen(window.screen());
        String focused = idOf(stage.getScene().getFocusOwner());
        stage.setWidth(stage.getWidth());
        stage.setHeight(stage.getHeight());
        MainWindow before = window;
        window = new MainWindow(stage, engine, workplaces.apply(look));
        window.carryOn(before);
        before.leave();
        window.open(here);
        focus(focused);
        restyleAll(look.appearance());
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
