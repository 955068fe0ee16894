package org.priorfetch.app.review;

import java.util.Optional;
import javafx.scene.Node;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** The screen "Review". */
public final class ReviewScreen implements Screen {

    private final ReviewModel model;
    private final ReviewView view;

    public ReviewScreen(Workplace workplace) {
        model = new ReviewModel(workplace.texts(), workplace.formats(), workplace.privacy(), workplace.commands());
        view = new ReviewView(model, workplace);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        model.show(snapshot);
    }

    @Override
    public void engineGone(Message why) {
        model.engineGone(why);
    }

    @Override
    public void presentAgain() {
        model.presentAgain();
    }

    @Override
    public Optional<Stand> stand() {
        return model.stand();
    }

    @Override
    public void goOn(Stand stand) {
        if (stand instanceof ReviewStand before) {
            model.goOn(before);
        }
    }

    @Override
    public void visited(Visit visit) {
        model.reload();
        view.focus();
    }
}
