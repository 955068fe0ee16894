package org.priorfetch.app.reports;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.NoticePane;

/** The tab "Alerts". */
final class AlertsView extends ScrollPane {

    private final Node calm;
    private final VBox list = new VBox();

    AlertsView(AlertsModel model) {
        setId("alerts");
        setFitToWidth(true);
        setFitToHeight(true);
        calm = new NoticePane(model.noticeProperty());
        list.getStyleClass().add("alerts");
        model.linesProperty().subscribe(this::show);
    }

    private void show(List<AlertLine> lines) {
        list.getChildren().setAll(lines.stream().map(AlertsView::line).toList());
        setContent(lines.isEmpty() ? calm : list);
    }

    private static Node line(AlertLine line) {
        MarkIcon icon = new MarkIcon();
        icon.show(line.mark(), 0, line.text());
        icon.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(label(line.text(), "alert-text"), label(line.since(), "aside"),
                label(line.advice(), "alert-advice"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(icon, words);
        box.getStyleClass().add("trouble");
        return box;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClass, "figures");
        return label;
    }
}
