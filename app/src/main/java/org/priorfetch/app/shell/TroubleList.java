package org.priorfetch.app.shell;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;

/** Who does not answer, and what that means. Takes no room while all is well. */
final class TroubleList extends VBox {

    private static final int AT_MOST = 3;

    private final Texts texts;

    TroubleList(ShellModel model, Texts texts) {
        this.texts = texts;
        setId("troubles");
        getStyleClass().add("troubles");
        model.troublesProperty().subscribe(this::show);
    }

    private void show(List<Notice> troubles) {
        setVisible(!troubles.isEmpty());
        setManaged(!troubles.isEmpty());
        getChildren().setAll(troubles.stream().limit(AT_MOST).map(TroubleList::line).toList());
        if (troubles.size() > AT_MOST) {
            Label more = new Label(texts.get("shell.troubles.more", troubles.size() - AT_MOST));
            more.getStyleClass().add("aside");
            getChildren().add(more);
        }
    }

    private static HBox line(Notice trouble) {
        MarkIcon icon = new MarkIcon();
        icon.show(trouble.mark(), 0, trouble.title());
        icon.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(label(trouble.title(), "trouble-title"));
        if (!trouble.hint().isEmpty()) {
            words.getChildren().add(label(trouble.hint(), "aside"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(icon, words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("trouble");
        return line;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClass, "figures");
        return label;
    }
}
