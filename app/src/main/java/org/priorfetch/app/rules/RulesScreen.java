package org.priorfetch.app.rules;

import java.util.Optional;
import javafx.scene.Node;

import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** The screen "Rules": what is relevant, and what other rules would have made of the last days. */
public final class RulesScreen implements Screen {

    private final RulesModel model;
    private final Suggestions suggestions;
    private final Trial trial;
    private final RulesView view;

    public RulesScreen(Workplace workplace) {
        suggestions = new Suggestions(workplace);
        model = new RulesModel(workplace, suggestions::read);
        trial = new Trial(workplace.commands(), workplace.texts(), workplace.formats());
        model.draft().draftProperty().subscribe(trial::compare);
        trial.runningProperty().subscribe(() -> trial.compare(model.draft().now()));
        view = new RulesView(model, suggestions, trial, workplace);
    }

    @Override
    public Node view() {
        return view;
    }

    /** Rules do not change with what happens. */
    @Override
    public void show(EngineSnapshot snapshot) {
        model.engineSpeaks();
    }

    @Override
    public void engineGone(Message why) {
        model.engineGone();
        trial.engineGone(why);
    }

    @Override
    public void presentAgain() {}

    @Override
    public Optional<Stand> stand() {
        return model.draft().isChanged() ? Optional.empty()
                : Optional.of(new RulesStand(view.section(), model.rules().place()));
    }

    @Override
    public void goOn(Stand stand) {
        if (stand instanceof RulesStand before) {
            view.show(before.section());
            model.rules().goOn(before.place());
        }
    }

    @Override
    public void carryOn(Screen before) {
        if (before instanceof RulesScreen other) {
            model.carryOn(other.model);
            suggestions.carryOn(other.suggestions);
            view.show(other.view.section());
        }
    }

    @Override
    public void visited(Visit visit) {
        model.visited();
        view.focus();
    }
}
