package org.priorfetch.app.fetch;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.StudyRef;

/** Each archive, and how far it is with its answer. */
final class ArchiveStrip extends FlowPane {

    private static final double SPINNER = 16;
    private static final double BESIDE = 320;

    private final SearchModel search;
    private final Texts texts;
    private final Appearance appearance;

    ArchiveStrip(SearchModel search, Texts texts, Appearance appearance) {
        this.search = search;
        this.texts = texts;
        this.appearance = appearance;
        getStyleClass().add("archive-strip");
        search.archives().subscribe(this::show);
        show();
    }

    private void show() {
        List<Node> chips = search.archives().stream().<Node>map(this::chip).toList();
        getChildren().setAll(chips);
        setManaged(!chips.isEmpty());
    }

    private HBox chip(ArchiveState state) {
        String archive = state.archive().equals(StudyRef.PACS) ? texts.get("common.pacs") : state.archive();
        Label name = new Label(archive);
        Label words = new Label(words(state));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setVisible(!words.getText().startsWith(archive));
        name.setManaged(name.isVisible());
        words.getStyleClass().add("aside");
        words.setWrapText(true);
        words.maxWidthProperty().bind(widthProperty().subtract(appearance.px(BESIDE)));
        HBox chip = new HBox(sign(state, words.getText()), name, words);
        chip.getStyleClass().add("archive");
        chip.setAlignment(Pos.CENTER_LEFT);
        if (state.canBeAskedAgain()) {
            chip.getChildren().add(again(state.archive(), archive));
        }
        return chip;
    }

    private Node sign(ArchiveState state, String words) {
        if (state.stage() == ArchiveState.Stage.ASKING) {
            ProgressIndicator spinner = new ProgressIndicator();
            spinner.setPrefSize(appearance.px(SPINNER), appearance.px(SPINNER));
            spinner.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            spinner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            spinner.setAccessibleText(words);
            return spinner;
        }
        MarkIcon mark = new MarkIcon();
        mark.show(state.mark(), 0, words);
        return mark;
    }

    private Button again(String archive, String title) {
        Button again = new Button(texts.get("fetch.again"));
        again.setId("again-" + archive);
        again.setAccessibleText(texts.get("fetch.again") + ": " + title);
        again.getStyleClass().add("small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.disableProperty().bind(search.reach().lostProperty());
        again.setOnAction(_ -> search.askAgain(archive));
        return again;
    }

    private String words(ArchiveState state) {
        return switch (state.stage()) {
            case ASKING, STOPPED -> texts.get("fetch.archive", state.stage());
            case FOUND -> state.found() == 0 ? texts.get("fetch.archive.none")
                    : texts.get("fetch.archive.FOUND", state.found());
            case MORE -> texts.get("fetch.archive.MORE", state.found());
            case FAILED -> state.why() == null ? "" : texts.of(state.why());
        };
    }
}
