package org.priorfetch.app.fetch;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.controls.ReachStrip;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** The screen "Fetch by hand": one section for each place that studies can come from. */
public final class FetchScreen implements Screen {

    /** A part of the screen with a tab of its own. */
    private record Section(String titleKey, Screen screen) {}

    private final List<Section> sections;
    private final TabPane tabs = new TabPane();
    private final Reach reach = new Reach();
    private final VBox view;

    public FetchScreen(Workplace workplace) {
        sections = List.of(new Section("fetch.section.archives", new SearchScreen(workplace, reach)),
                new Section("fetch.section.import", new ImportScreen(workplace, reach)));
        fillTabs(workplace);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        view = new VBox(new ReachStrip(reach, workplace.texts().get("fetch.lost")), tabs);
    }

    private void fillTabs(Workplace workplace) {
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Section section : sections) {
            Tab tab = new Tab(workplace.texts().get(section.titleKey()));
            // a tab behind stays out of the scene: both sections have parts of the same name, and keys for them
            tab.selectedProperty().subscribe(atFront -> tab.setContent(atFront ? section.screen().view() : null));
            tabs.getTabs().add(tab);
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        reach.find();
        sections.forEach(section -> section.screen().show(snapshot));
    }

    @Override
    public void engineGone(Message why) {
        reach.lose();
        sections.forEach(section -> section.screen().engineGone(why));
    }

    @Override
    public void presentAgain() {
        sections.forEach(section -> section.screen().presentAgain());
    }

    @Override
    public Optional<Stand> stand() {
        boolean idle = sections.stream().allMatch(section -> section.screen().stand().isPresent());
        return idle ? Optional.of(new FetchStand(tabs.getSelectionModel().getSelectedIndex())) : Optional.empty();
    }

    @Override
    public void goOn(Stand stand) {
        if (stand instanceof FetchStand before) {
            tabs.getSelectionModel().select(before.tab());
        }
    }

    @Override
    public void carryOn(Screen before) {
        if (before instanceof FetchScreen other) {
            for (int i = 0; i < sections.size(); i++) {
                sections.get(i).screen().carryOn(other.sections.get(i).screen());
            }
            tabs.getSelectionModel().select(other.tabs.getSelectionModel().getSelectedIndex());
        }
    }

    @Override
    public void close() {
        sections.forEach(section -> section.screen().close());
    }

    @Override
    public void visited(Visit visit) {
        switch (visit) {
            case Visit.ToImport _ -> tabs.getSelectionModel().selectLast();
            case Visit.ToFetch _ -> tabs.getSelectionModel().selectFirst();
            default -> {
            }
        }
        sections.get(tabs.getSelectionModel().getSelectedIndex()).screen().visited(visit);
    }
}
