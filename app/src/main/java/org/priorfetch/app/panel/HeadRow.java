package org.priorfetch.app.panel;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.IconButton;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.NamesSwitch;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;

/** The state of everything in words and figures; pause, names, preferences, pin. */
final class HeadRow extends VBox {

    private final Texts texts;
    private final MarkIcon mark = new MarkIcon();
    private final Label title = new Label();
    private final Label headline = new Label();
    private final IconButton pause;
    private final IconButton pin;
    private boolean paused;

    HeadRow(PanelModel model, Privacy privacy, Texts texts, BooleanProperty pinned, Consumer<Boolean> pausing,
            Runnable settings) {
        this.texts = texts;
        getStyleClass().add("panel-head");
        pause = new IconButton(Icons.PAUSE, texts.get("panel.pause"), () -> pausing.accept(!paused));
        pause.setId("pause");
        IconButton preferences = new IconButton(Icons.SETTINGS, texts.get("panel.settings"), settings);
        preferences.setId("settings");
        pin = new IconButton(Icons.PIN, texts.get("panel.pin"), () -> pinned.set(!pinned.get()));
        pin.setId("pin");
        title.getStyleClass().add("panel-title");
        title.setId("panel-title");
        headline.getStyleClass().addAll("aside", "figures");
        headline.setId("panel-headline");
        headline.setWrapText(true);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.getStyleClass().add("panel-mark");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox top = new HBox(mark, title, new NamesSwitch(privacy, texts), pause, preferences, pin);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("panel-top");
        getChildren().addAll(top, headline);
        model.headProperty().subscribe(this::show);
        pinned.subscribe(this::showPinned);
    }

    private void show(PanelHead head) {
        mark.show(head.mark(), 0.5, head.title());
        title.setText(head.title());
        headline.setText(head.headline());
        paused = head.paused();
        pause.show(paused ? Icons.GO_ON : Icons.PAUSE, texts.get(paused ? "panel.resume" : "panel.pause"));
    }

    private void showPinned(boolean pinned) {
        pin.show(pinned ? Icons.PINNED : Icons.PIN, texts.get(pinned ? "panel.unpin" : "panel.pin"));
    }
}
