package org.priorfetch.app.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Says what cannot be done while the engine is lost. Takes no room otherwise. */
public final class ReachStrip extends HBox {

    public ReachStrip(Reach reach, String words) {
        setId("reach-lost");
        getStyleClass().add("reach-strip");
        setAlignment(Pos.CENTER_LEFT);
        MarkIcon mark = new MarkIcon();
        mark.show(Mark.UNREACHABLE, 0, words);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Label said = new Label(words);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(mark, said);
        visibleProperty().bind(reach.lostProperty());
        managedProperty().bind(reach.lostProperty());
    }
}
