package org.priorfetch.app.transfers;

import java.util.Optional;
import javafx.scene.Node;

import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** The screen "Transfers". */
public final class TransfersScreen implements Screen {

    private final TransfersModel model;
    private final TransfersView view;

    public TransfersScreen(Workplace workplace) {
        model = new TransfersModel(workplace);
        view = new TransfersView(model, workplace);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        model.show(snapshot);
        view.keepInOrder();
    }

    @Override
    public Optional<Stand> stand() {
        return Optional.of(model.stand());
    }

    @Override
    public void goOn(Stand stand) {
        if (stand instanceof TransfersStand before) {
            model.goOn(before);
        }
    }

    @Override
    public void visited(Visit visit) {
        if (visit instanceof Visit.ToTransfer transfer) {
            model.select(transfer.id());
        }
        view.focus();
    }

    @Override
    public void engineGone(Message why) {
        model.engineGone(why);
    }

    @Override
    public void presentAgain() {
        model.presentAgain();
    }
}
