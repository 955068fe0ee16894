package org.priorfetch.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

/** Stands where a list would stand while there is nothing to list. */
public final class NoticePane extends VBox {

    private final MarkIcon icon = new MarkIcon();
    private final Label title = new Label();
    private final Label hint = new Label();

    public NoticePane(ObservableValue<? extends @Nullable Notice> notice) {
        getStyleClass().add("notice-pane");
        setAlignment(Pos.CENTER);
        icon.getStyleClass().add("notice-icon");
        title.getStyleClass().add("notice-title");
        hint.getStyleClass().add("notice-hint");
        for (Label label : new Label[]{title, hint}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setAlignment(Pos.CENTER);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        getChildren().addAll(icon, title, hint);
        notice.subscribe(this::show);
    }

    private void show(@Nullable Notice notice) {
        if (notice == null) {
            return;
        }
        icon.show(notice.mark(), 0, notice.title());
        icon.setVisible(notice.mark() != Mark.NONE);
        title.setText(notice.title());
        hint.setText(notice.hint());
    }
}
