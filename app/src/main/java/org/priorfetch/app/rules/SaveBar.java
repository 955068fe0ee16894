package org.priorfetch.app.rules;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;

/** What is not saved yet, how to save it or take it back, and what was said of the last try. */
final class SaveBar extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Texts texts;
    private final Label unsaved = new Label();
    private final Label notice = new Label();

    SaveBar(RulesModel model, Texts texts, ObservableBooleanValue locked) {
        this.texts = texts;
        getStyleClass().add("save-bar");
        unsaved.setId("unsaved");
        unsaved.getStyleClass().add("rules-unsaved");
        unsaved.setWrapText(true);
        Icons.UNSAVED.on(unsaved);
        notice.setId("rules-notice");
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.getStyleClass().add("rules-notice");
        Button save = button("rules-save", "rules.save", model::save);
        save.getStyleClass().add("accent");
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> locked.get() || !model.canSave(), locked,
                        model.draft().changesProperty(), model.busyProperty(), model.draft().draftProperty(),
                        model.reach().lostProperty()));
        Button revert = button("rules-revert", "rules.revert", model::revert);
        revert.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.busyProperty().get() || model.reach().isLost()
                                || (model.draft().changesProperty().get().isEmpty()
                                        && model.noticeProperty().get() == null),
                        model.busyProperty(), model.draft().changesProperty(), model.noticeProperty(),
                        model.reach().lostProperty()));
        FlowPane line = new FlowPane(save, revert, unsaved);
        line.getStyleClass().add("rules-bar");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, notice);
        model.draft().changesProperty().subscribe(this::tell);
        model.noticeProperty().subscribe(this::say);
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void tell(String changes) {
        unsaved.setText(changes.isEmpty() ? "" : texts.get("rules.unsaved", changes));
        unsaved.setVisible(!changes.isEmpty());
    }

    private void say(@Nullable Notice said) {
        String hint = said == null || said.hint().isEmpty() ? "" : "\n" + said.hint();
        notice.setText(said == null ? "" : said.title() + hint);
        notice.pseudoClassStateChanged(WRONG, said != null && said.mark() == Mark.FAILED);
        notice.setVisible(said != null);
        notice.setManaged(said != null);
    }
}
