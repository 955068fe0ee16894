package org.priorfetch.app.reports;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;

/** What was changed in a study that was put into the PACS. */
final class ChangesPane extends ScrollPane {

    private final Texts texts;
    private final VBox lines = new VBox();

    ChangesPane(Texts texts) {
        this.texts = texts;
        lines.getStyleClass().add("changes");
        setContent(lines);
        setFitToWidth(true);
    }

    void show(@Nullable DeliveryRow row) {
        lines.getChildren().clear();
        if (row == null) {
            add(texts.get("reports.pacs.choose"), "aside");
            return;
        }
        add(texts.get("reports.pacs.study", row.studyUid()), "figures");
        add(texts.get(row.changes().isEmpty() ? "reports.pacs.unchanged" : "reports.pacs.changes"), "aside");
        row.changes().forEach(change -> add(change, "figures"));
    }

    private void add(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        lines.getChildren().add(label);
    }
}
