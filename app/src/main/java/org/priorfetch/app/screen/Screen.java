package org.priorfetch.app.screen;

import java.util.Optional;

import javafx.scene.Node;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** One screen of the main window. Made when it is first opened, and used on the FX thread only. */
public interface Screen {

    /** What is shown; the same at every call. */
    Node view();

    /** Shows what the engine knows now. Called while the screen is to be seen, and when it comes to the front. */
    void show(EngineSnapshot snapshot);

    /** Puts everything into words anew: time has passed, or names are hidden or shown. */
    void presentAgain();

    /**
     * The engine has ended or hangs, and the reason: nothing that it said before may be shown as what is so now. Told again
     * and again until it speaks.
     */
    default void engineGone(Message why) {}

    /** Comes to the front; the place for the first focus, and for what the visitor wants to see. */
    default void visited(Visit visit) {}

    /** Where it stands; empty while somebody has begun something that only the screen itself can go on with. */
    default Optional<Stand> stand() {
        return Optional.of(Stand.PLAIN);
    }

    /** Goes on from where a screen of the same kind stood. Called before anything else. */
    default void goOn(Stand stand) {}

    /**
     * Goes on from where a screen of the same kind stands, because the window is built anew in another look or language.
     * Called before anything else; the one before is closed after it.
     */
    default void carryOn(Screen before) {
        before.stand().ifPresent(this::goOn);
    }

    /** Is not shown any more, ever: ends what it began. */
    default void close() {}
}
