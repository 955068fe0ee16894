package org.priorfetch.app.today;

import javafx.scene.Node;

import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;

/** The screen "Today". */
public final class TodayScreen implements Screen {

    private final TodayModel model;
    private final TodayView view;

    public TodayScreen(Workplace workplace) {
        model = new TodayModel(workplace.texts(), workplace.formats(), workplace.privacy());
        view = new TodayView(model, workplace.texts(), workplace.formats(), workplace.appearance());
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
    public void presentAgain() {
        model.presentAgain();
    }

    @Override
    public void visited(Visit visit) {
        if (visit instanceof Visit.ToAppointment appointment) {
            model.select(appointment.appointmentId());
        }
        view.focus();
    }
}
