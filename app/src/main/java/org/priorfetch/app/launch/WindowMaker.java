package org.priorfetch.app.launch;

import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.shell.MainWindow;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.icons.Icon;
import org.priorfetch.icons.IconResources;

/** Makes the main window when it is first wanted. */
final class WindowMaker {

    private static final KeyCombination QUIT = new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    private final PrefetchEngine engine;
    private final Runnable quit;
    private @Nullable Stage stage;

    WindowMaker(PrefetchEngine engine, Runnable quit) {
        this.engine = engine;
        this.quit = quit;
    }

    /** Null before there is one. */
    @Nullable
    Stage stage() {
        return stage;
    }

    WindowKeeper.Made make(Workplace workplace) {
        Stage made = new Stage();
        stage = made;
        MainWindow window = new MainWindow(made, engine, workplace);
        made.getScene().getAccelerators().put(QUIT, quit);
        IconResources.SIZES.forEach(size -> made.getIcons()
                .add(new Image(IconResources.url(Icon.APP, size).toExternalForm())));
        return new WindowKeeper.Made(made, window);
    }
}
