package org.priorfetch.app.sources;

import java.util.Optional;
import javafx.scene.Node;

import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** The screen "Sources". */
public final class SourcesScreen implements Screen {

    private final SiteModel model;
    private final SourcesView view;

    public SourcesScreen(Workplace workplace) {
        model = new SiteModel(workplace);
        view = new SourcesView(model, workplace.admin(), workplace.texts(), workplace.appearance());
        model.load();
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
        model.engineGone();
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
        if (stand instanceof SourcesStand before) {
            model.goOn(before);
        }
    }

    @Override
    public void carryOn(Screen before) {
        if (before instanceof SourcesScreen other) {
            model.carryOn(other.model);
        }
    }

    @Override
    public void visited(Visit visit) {
        view.focus();
    }
}
