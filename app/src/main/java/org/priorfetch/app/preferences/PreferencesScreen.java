package org.priorfetch.app.preferences;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.controls.ReachStrip;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.screen.Screen;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** The screen "Preferences". What is changed holds at once and is kept. */
public final class PreferencesScreen implements Screen {

    private static final double WIDTH = 860;

    private final ScrollPane view = new ScrollPane();
    private final Reach reach = new Reach();
    private final AdminSession admin;
    private final ViewerGroup viewers;

    public PreferencesScreen(Workplace workplace) {
        admin = workplace.admin();
        viewers = new ViewerGroup(new ViewerModel(ViewerSettings.in(workplace.profile()), workplace.viewers(),
                workplace.admin(), workplace.texts()), workplace, reach);
        Label title = new Label(workplace.texts().get("preferences.title"));
        title.getStyleClass().add("preferences-title");
        VBox groups = new VBox(title, Group.hint(workplace.texts().get("preferences.atOnce")),
                new ReachStrip(reach, workplace.texts().get("preferences.lost")),
                new AppearanceGroup(workplace), new PrivacyGroup(workplace), new PersonGroup(workplace), viewers,
                new StartGroup(workplace), new LockGroup(workplace, reach));
        groups.getStyleClass().add("preferences");
        groups.setMaxWidth(workplace.appearance().px(WIDTH));
        view.setContent(groups);
        view.setFitToWidth(true);
        view.setPrefHeight(0); // takes what is left, and takes it from nobody
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.getStyleClass().addAll("edge-to-edge", "preferences-scroll");
        view.setFocusTraversable(false);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        if (reach.find()) {
            admin.refresh();
        }
        viewers.show(snapshot);
    }

    @Override
    public void engineGone(Message why) {
        reach.lose();
    }

    @Override
    public void presentAgain() {
        viewers.presentAgain();
    }
}
