package org.priorfetch.app.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Headline;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.NamesSwitch;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;

/** The state of everything in words, in smaller type where it would not fit in one line, with the search and the names' switch. */
final class TitleRow extends HBox {

    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final double TITLE_SIZE = 1.38;

    private final MarkIcon icon = new MarkIcon();
    private final Label text = new Label();
    private final Appearance appearance;

    TitleRow(ShellModel model, Region search, Privacy privacy, Texts texts, Appearance appearance) {
        this.appearance = appearance;
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
        text.widthProperty().subscribe(this::fit);
    }

    private void fit() {
        boolean tooLong = appearance.widthOf(List.of(text.getText())) * TITLE_SIZE > text.getWidth();
        text.pseudoClassStateChanged(LONG, tooLong);
    }

    private void show(Headline headline) {
        icon.show(headline.mark(), 0.5, headline.text());
        text.setText(headline.inWholeParts());
        fit();
    }
}
