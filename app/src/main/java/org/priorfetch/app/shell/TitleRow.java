package org.priorfetch.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.priorfetch.app.controls.Headline;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.NamesSwitch;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;

/** The state of everything in words, and the switch that hides names. */
final class TitleRow extends HBox {

    private final MarkIcon icon = new MarkIcon();
    private final Label text = new Label();

    TitleRow(ShellModel model, Node search, Privacy privacy, Texts texts) {
        getStyleClass().add("title-row");
        setAlignment(Pos.CENTER_LEFT);
        text.setId("headline");
        text.getStyleClass().add("figures");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        setMinHeight(Region.USE_PREF_SIZE);
        icon.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, text, search, new NamesSwitch(privacy, texts));
        model.headlineProperty().subscribe(this::show);
    }

    private void show(Headline headline) {
        icon.show(headline.mark(), 0.5, headline.text());
        text.setText(headline.inWholeParts());
    }
}
