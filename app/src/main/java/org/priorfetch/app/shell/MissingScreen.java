package org.priorfetch.app.shell;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.NoticePane;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.engine.api.EngineSnapshot;

/** Stands in the place of a screen that could not be made, and keeps where it is to go on once it can be. */
final class MissingScreen implements Screen {

    private static final double ICON_SIZE = 0.9;
    private static final Insets ABOVE = new Insets(8, 0, 0, 0);

    private final NoticePane view;
    private final Button again = new Button();
    private Visit wanted;
    private Stand stand;

    /** @param stand where the screen was to go on */
    MissingScreen(Visit wanted, Stand stand, String title, Texts texts, Navigator navigator) {
        this.wanted = wanted;
        this.stand = stand;
        String what = texts.get("shell.missing.title", title);
        String hint = texts.get("shell.missing.hint");
        view = new NoticePane(new SimpleObjectProperty<>(new Notice(Mark.FAILED, what, hint)));
        view.setId("screen-missing");
        again.setId("screen-again");
        again.setText(texts.get("shell.missing.again"));
        again.setAccessibleHelp(what + ". " + hint);
        again.setOnAction(_ -> navigator.open(this.wanted));
        Icons.RETRY.on(again, ICON_SIZE);
        VBox.setMargin(again, ABOVE);
        view.getChildren().add(again);
    }

    @Override
    public Node view() {
        return view;
    }

    /** What the engine knows is of no use here. */
    @Override
    public void show(EngineSnapshot snapshot) {}

    @Override
    public void presentAgain() {}

    @Override
    public void visited(Visit visit) {
        wanted = visit;
        again.requestFocus();
    }

    @Override
    public Optional<Stand> stand() {
        return Optional.of(stand);
    }

    @Override
    public void goOn(Stand before) {
        stand = before;
    }
}
