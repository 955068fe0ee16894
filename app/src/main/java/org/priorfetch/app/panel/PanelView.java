package org.priorfetch.app.panel;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** All that the panel shows, from top to bottom. */
final class PanelView extends BorderPane {

    private final PanelModel model;
    private final PanelActions actions;
    private final Navigator navigator;
    private final HeadRow head;
    private final GlanceList list;
    private final ToldLine told = new ToldLine();

    PanelView(Workplace workplace, ViewerActions viewer, BooleanProperty pinned) {
        Texts texts = workplace.texts();
        navigator = workplace.navigator();
        model = new PanelModel(texts, workplace.formats(), workplace.privacy(), viewer);
        actions = new PanelActions(workplace.commands(), texts, viewer, told::tell);
        head = new HeadRow(model, workplace.privacy(), texts, pinned, actions::pause,
                () -> navigator.open(ScreenId.PREFERENCES));
        list = new GlanceList(model, workplace.appearance(), texts, this::act);
        getStyleClass().add("status-panel");
        setTop(new VBox(head, new TroublesPane(model.troublesProperty(), texts)));
        setCenter(list);
        setBottom(new VBox(told, new TransfersPane(model.transfersProperty(), texts,
                () -> navigator.open(ScreenId.TRANSFERS)), foot(texts)));
    }

    void show(EngineSnapshot snapshot) {
        list.keepingSelection(() -> model.show(snapshot));
    }

    void engineGone(Message explanation) {
        model.engineGone(explanation);
    }

    void presentAgain() {
        model.presentAgain();
    }

    /** Comes to the front: the keys work at once. */
    void opened() {
        list.opened();
    }

    void closed() {
        told.clear();
        model.stillness().pointerLeft();
    }

    /** Where the panel can be taken hold of. */
    Region handle() {
        return head;
    }

    private void act(Deed deed, PanelItem item) {
        switch (item) {
            case PanelItem.Appointment appointment -> act(deed, appointment);
            case PanelItem.Prior prior -> act(deed, prior);
            case PanelItem.Fold _,PanelItem.NoPriors _,PanelItem.Day _ -> {
            }
        }
    }

    private void act(Deed deed, PanelItem.Appointment item) {
        switch (deed) {
            case FETCH -> actions.fetch(item.view());
            case DECIDE -> navigator.open(ScreenId.REVIEW);
            case OPEN_IN_VIEWER -> actions.openInViewer(item.view(), null);
        }
    }

    private void act(Deed deed, PanelItem.Prior item) {
        switch (deed) {
            case FETCH -> actions.fetch(item);
            case DECIDE -> navigator.open(ScreenId.REVIEW);
            case OPEN_IN_VIEWER -> actions.openInViewer(item.appointment(), item.prior());
        }
    }

    private HBox foot(Texts texts) {
        Button byHand = button("by-hand", Icons.FETCH, texts.get("panel.byHand"), ScreenId.FETCH);
        Button open = button("open-window", Icons.WINDOW, texts.get("panel.open"), ScreenId.TODAY);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(byHand, gap, open);
        foot.getStyleClass().add("panel-foot");
        return foot;
    }

    private Button button(String id, Icons icon, String text, ScreenId screen) {
        Button button = new Button(text);
        button.setId(id);
        icon.on(button);
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> navigator.open(screen));
        return button;
    }
}
