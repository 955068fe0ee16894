package org.priorfetch.app.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.engine.model.PeerStatus;

/** Worklists, PACS and archives with the time of their last answer, at the bottom. */
final class StatusBar extends FlowPane {

    private final Map<Row<PeerStatus, PeerLine>, Node> entries = new HashMap<>();

    StatusBar(ShellModel model) {
        setId("status-bar");
        getStyleClass().add("status-bar");
        model.peers().addListener((ListChangeListener<Row<PeerStatus, PeerLine>>) change -> show(model.peers()));
        show(model.peers());
    }

    private void show(List<Row<PeerStatus, PeerLine>> peers) {
        entries.keySet().retainAll(peers);
        List<Node> nodes = new ArrayList<>();
        for (Row<PeerStatus, PeerLine> peer : peers) {
            nodes.add(entries.computeIfAbsent(peer, StatusBar::entry));
        }
        getChildren().setAll(nodes);
    }

    private static Node entry(Row<PeerStatus, PeerLine> peer) {
        MarkIcon icon = new MarkIcon();
        Label name = new Label();
        Label lastAnswer = new Label();
        Tooltip tooltip = new Tooltip();
        lastAnswer.getStyleClass().addAll("aside", "figures");
        HBox entry = new HBox(icon, name, lastAnswer);
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.setMinWidth(Region.USE_PREF_SIZE);
        entry.getStyleClass().add("peer");
        Tooltip.install(entry, tooltip);
        peer.lineProperty().subscribe(line -> {
            icon.show(line.mark(), 0, line.spoken());
            name.setText(line.name());
            lastAnswer.setText(line.lastAnswer());
            tooltip.setText(line.spoken());
        });
        return entry;
    }
}
