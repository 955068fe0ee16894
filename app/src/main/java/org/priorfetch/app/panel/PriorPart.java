package org.priorfetch.app.panel;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.IconButton;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.ModalityChips;
import org.priorfetch.app.i18n.Texts;

/** How a prior looks in its row: what, how old, what can be done with it, and below where from and why. */
final class PriorPart {

    private final MarkIcon mark = new MarkIcon();
    private final ModalityChips modalities = new ModalityChips();
    private final Label title = new Label();
    private final Label age = new Label();
    private final Label facts = label();
    private final Label reason = label();
    private final Tooltip wholeTitle = new Tooltip();
    private final Tooltip date = new Tooltip();
    private final IconButton fetch;
    private final IconButton decide;
    private final IconButton viewer;
    private final HBox content;

    PriorPart(Texts texts, Consumer<Deed> act) {
        fetch = button(Deed.FETCH, texts, act);
        decide = button(Deed.DECIDE, texts, act);
        viewer = button(Deed.OPEN_IN_VIEWER, texts, act);
        title.setTooltip(wholeTitle);
        title.setPrefWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        age.setTooltip(date);
        age.getStyleClass().addAll("aside", "figures");
        age.setMinWidth(Region.USE_PREF_SIZE);
        modalities.setMinWidth(Region.USE_PREF_SIZE);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        HBox what = new HBox(modalities, title, age);
        what.setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("pair");
        VBox text = new VBox(what, facts, reason);
        text.getStyleClass().add("glance-prior-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        content = new HBox(mark, text, fetch, decide, viewer);
        content.getStyleClass().add("glance-prior");
        content.setAlignment(Pos.TOP_LEFT);
    }

    Node node() {
        return content;
    }

    void show(PanelLine.Prior line) {
        mark.show(line.mark(), line.progress(), line.spoken());
        modalities.show(line.modalities());
        title.setText(line.title());
        wholeTitle.setText(line.title());
        age.setText(line.age());
        date.setText(line.date());
        facts.setText(line.facts());
        reason.setText(line.reason());
        fetch.setVisible(line.fetch());
        decide.setVisible(line.decide());
        viewer.setVisible(line.openInViewer());
    }

    private static IconButton button(Deed deed, Texts texts, Consumer<Deed> act) {
        IconButton button = new IconButton(deed.icon(), texts.get("panel.deed", deed), () -> act.accept(deed));
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static Label label() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().addAll("aside", "figures");
        return label;
    }
}
