package org.priorfetch.app.today;

import java.util.Optional;
import javafx.scene.Node;

import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** The screen "Today". */
public final class TodayScreen implements Screen {

    private final TodayModel model;
    private final TodayView view;

    public TodayScreen(Workplace workplace) {
        model = new TodayModel(workplace);
        view = new TodayView(model, workplace);
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
    public void engineGone(Message why) {
        model.engineGone(why);
    }

    @Override
    public void presentAgain() {
        model.presentAgain();
    }

    @Override
    public Optional<Stand> stand() {
        return Optional.of(model.stand());
    }

    @Override
    public void goOn(Stand stand) {
        if (stand instanceof TodayStand before) {
            model.goOn(before);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public void visited(Visit visit) {
        if (visit instanceof Visit.ToAppointment appointment) {
            model.select(appointment.appointmentId());
        }
        view.focus();
    }
}
