package org.priorfetch.app.fetch;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** A screen on which studies are found one way or the other, chosen and ordered. */
abstract class OrderingScreen implements Screen {

    private final Reach reach;
    private final BorderPane view = new BorderPane();

    /** @param reach kept by whoever this is a part of */
    OrderingScreen(Reach reach) {
        this.reach = reach;
    }

    /** Whether there is an engine to ask. */
    final Reach reach() {
        return reach;
    }

    abstract Ordering ordering();

    /** The engine has ended: what was under way will not be answered. */
    abstract void giveUp(Message why);

    /** What leads to results stands above them; what is chosen and ordered stays in sight below. */
    final BorderPane layOut(Node... above) {
        VBox content = new VBox(above);
        content.getChildren().add(ordering());
        view.setCenter(scrolled(content));
        view.setBottom(ordering().foot());
        return view;
    }

    /** In a small window with large letters, not all of it is to be seen at once. */
    private static ScrollPane scrolled(VBox content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    @Override
    public final Node view() {
        return view;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        ordering().show(snapshot);
    }

    @Override
    public final void engineGone(Message why) {
        giveUp(why);
        ordering().engineGone();
    }

    @Override
    public final void presentAgain() {
        ordering().presentAgain();
    }
}
