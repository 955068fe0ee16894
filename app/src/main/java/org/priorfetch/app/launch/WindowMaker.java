package org.priorfetch.app.launch;

import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.LiveWindow;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.icons.Icon;
import org.priorfetch.icons.IconResources;

/** Makes the main window when it is first wanted. */
final class WindowMaker {

    private static final KeyCombination QUIT = new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    private final PrefetchEngine engine;
    private final ObservableValue<Look> look;
    private final Runnable quit;
    private @Nullable Stage stage;

    WindowMaker(PrefetchEngine engine, ObservableValue<Look> look, Runnable quit) {
        this.engine = engine;
        this.look = look;
        this.quit = quit;
    }

    /** Null before there is one. */
    @Nullable
    Stage stage() {
        return stage;
    }

    WindowKeeper.Made make(Function<Look, Workplace> workplaces) {
        Stage made = new Stage();
        stage = made;
        made.sceneProperty().subscribe(this::listenForQuit);
        LiveWindow window = new LiveWindow(made, engine, look, workplaces);
        IconResources.SIZES.forEach(size -> made.getIcons()
                .add(new Image(IconResources.url(Icon.APP, size).toExternalForm())));
        return new WindowKeeper.Made(made, window);
    }

    private void listenForQuit(@Nullable Scene scene) {
        if (scene != null) {
            scene.getAccelerators().put(QUIT, quit);
        }
    }
}
