package org.priorfetch.app.panel;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.priorfetch.app.i18n.Texts;

/** The running transfers, and how many more there are. */
final class TransfersPane extends VBox {

    private final List<TransferBox> boxes = new ArrayList<>();
    private final VBox list = new VBox();
    private final Hyperlink rest = new Hyperlink();

    TransfersPane(ObservableValue<PanelTransfers> transfers, Texts texts, Runnable openTransfers) {
        setId("panel-transfers");
        setAccessibleText(texts.get("panel.transfers"));
        getStyleClass().add("panel-transfers");
        list.getStyleClass().add("panel-transfer-list");
        rest.getStyleClass().addAll("figures", "aside");
        rest.setWrapText(true);
        rest.setOnAction(_ -> openTransfers.run());
        rest.managedProperty().bind(rest.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(list, rest);
        transfers.subscribe(this::show);
    }

    private void show(PanelTransfers transfers) {
        setVisible(!transfers.isEmpty());
        int wanted = transfers.running().size();
        while (boxes.size() < wanted) {
            boxes.add(new TransferBox());
        }
        for (int i = 0; i < wanted; i++) {
            boxes.get(i).show(transfers.running().get(i));
        }
        if (list.getChildren().size() != wanted) {
            list.getChildren().setAll(boxes.subList(0, wanted));
        }
        rest.setText(transfers.rest());
        rest.setVisible(!transfers.rest().isEmpty());
    }
}
