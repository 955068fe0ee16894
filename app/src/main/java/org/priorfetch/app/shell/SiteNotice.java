package org.priorfetch.app.shell;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.SiteProblem;

/** Stands in the window while there are settings that cannot be read: where, why, and what to do. */
final class SiteNotice extends VBox {

    private static final int MOST_PROBLEMS = 5;

    private final Texts texts;
    private final Label title = label("site-title", "notice-title");
    private final Label problems = label("site-problems", "figures");
    private final Button again = new Button();

    SiteNotice(Texts texts, Runnable lookAgain) {
        this.texts = texts;
        Label hint = label("site-hint", "notice-hint");
        hint.setText(texts.get("shell.site.hint"));
        again.setId("site-again");
        again.setText(texts.get("shell.site.again"));
        again.setOnAction(_ -> lookAgain.run());
        Icons.RETRY.on(again, 0.9);
        getStyleClass().add("notice-pane");
        setAlignment(Pos.CENTER);
        VBox words = new VBox(title, problems, hint, again);
        words.getStyleClass().add("site-words");
        words.setMaxWidth(USE_PREF_SIZE);
        getChildren().add(words);
    }

    void show(SiteReport read) {
        List<SiteProblem> found = read.problems();
        title.setText(texts.get(found.isEmpty() ? "shell.site.reading" : "shell.site.title"));
        say(found.isEmpty() ? read.file()
                : found.stream()
                        .limit(MOST_PROBLEMS)
                        .map(problem -> words(read.file(), problem))
                        .collect(Collectors.joining("\n")));
    }

    /** Tells why the engine could not say what is in the file. */
    void refuse(String why) {
        title.setText(texts.get("shell.site.title"));
        say(why);
    }

    private void say(String words) {
        problems.setText(words);
        again.setAccessibleHelp(words);
    }

    private String words(String file, SiteProblem problem) {
        String why = texts.of(problem.message());
        return problem.line() == 0 ? texts.get("shell.site.whole", file, why)
                : texts.get("shell.site.where", file, String.valueOf(problem.line()), String.valueOf(problem.column()),
                        why);
    }

    private static Label label(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
