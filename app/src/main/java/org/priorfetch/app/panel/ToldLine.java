package org.priorfetch.app.panel;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.Notice;

/** Tells for some seconds what came of what a person did. */
final class ToldLine extends HBox {

    private static final Duration READABLE = Duration.seconds(6);

    private final MarkIcon mark = new MarkIcon();
    private final Label words = new Label();
    private final PauseTransition pause = new PauseTransition(READABLE);

    ToldLine() {
        setId("told");
        getStyleClass().add("panel-told");
        setAlignment(Pos.CENTER_LEFT);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        words.setWrapText(true);
        words.getStyleClass().add("figures");
        getChildren().addAll(mark, words);
        managedProperty().bind(visibleProperty());
        pause.setOnFinished(_ -> clear());
        setVisible(false);
    }

    void tell(Notice notice) {
        mark.show(notice.mark(), 0, notice.title());
        words.setText(notice.title());
        setVisible(true);
        pause.playFromStart();
    }

    void clear() {
        pause.stop();
        setVisible(false);
    }
}
