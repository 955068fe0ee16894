package org.priorfetch.app.preferences;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import java.util.stream.IntStream;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.controls.WhileShown;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.ExampleProfiles;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.LaunchProfile.Kind;

/** Which viewer studies are opened in, and what it is told. */
final class ViewerGroup extends VBox {

    private final Workplace workplace;
    private final Texts texts;
    private final ViewerModel model;
    private final ComboBox<Integer> chosen;
    private final ViewerFields fields;
    private final ViewerTrial trial;
    private final Label problem = Group.hint("");
    private final Group editor;
    private final BooleanBinding locked;
    private int checks;

    ViewerGroup(ViewerModel model, Workplace workplace, Reach reach) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        AdminSession admin = workplace.admin();
        locked = Bindings.createBooleanBinding(() -> admin.keeps(AdminArea.VIEWERS), admin.lockProperty(),
                admin.unlockedProperty());
        chosen = new Choice<>("viewer-chosen", List.of(ViewerSettings.NONE), this::name);
        chosen.valueProperty().addListener((_, _, index) -> choose(index));
        fields = new ViewerFields(texts, model::edit);
        trial = new ViewerTrial(model, workplace);
        trial.samples().valueProperty().addListener((_, _, _) -> check());
        Group head = new Group(texts.get("preferences.viewer"), workplace.appearance());
        head.line(texts.get("preferences.viewer.chosen"), choice(), texts.get("preferences.viewer.chosen.hint"));
        editor = new Group("", workplace.appearance());
        editor.getStyleClass().add("preferences-editor");
        editor.managedProperty().bind(editor.visibleProperty());
        fillEditor();
        locked.subscribe(fields::lock);
        LockStrip lock = new LockStrip(admin, AdminArea.VIEWERS, texts);
        lock.disableProperty().bind(reach.lostProperty());
        getChildren().addAll(head, lock, editor);
        show(model.settingsProperty().get());
        WhileShown.of(this, model.settingsProperty()).subscribe(settings -> {
            if (settings != null) {
                show(settings);
            }
        });
    }

    void show(EngineSnapshot snapshot) {
        trial.show(snapshot);
    }

    void presentAgain() {
        trial.presentAgain();
    }

    private Node choice() {
        MenuButton add = new MenuButton(texts.get("preferences.viewer.add"));
        add.setId("viewer-add");
        add.getItems().add(item(texts.get("preferences.viewer.add.empty"), model::addEmpty));
        add.getItems().add(new SeparatorMenuItem());
        ExampleProfiles.all().forEach(example -> add.getItems().add(item(example.name(), () -> model.add(example))));
        Button copy = button("viewer-copy", texts.get("preferences.viewer.copy"), model::copy);
        Button delete = button("viewer-delete", texts.get("preferences.viewer.delete"), this::delete);
        for (Button button : List.of(copy, delete)) {
            button.disableProperty()
                    .bind(Bindings.equal(chosen.valueProperty(), ViewerSettings.NONE).or(locked));
        }
        add.disableProperty().bind(locked);
        add.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox(add, copy, delete);
        buttons.getStyleClass().add("preferences-buttons");
        chosen.setAccessibleText(texts.get("preferences.viewer.chosen"));
        VBox both = new VBox(chosen, buttons);
        both.getStyleClass().add("preferences-pair");
        return both;
    }

    private void fillEditor() {
        problem.setId("viewer-problem");
        problem.getStyleClass().setAll("label", "preferences-problem");
        editor.line(texts.get("preferences.viewer.name"), fields.name(), "");
        editor.line(texts.get("preferences.viewer.kind"), fields.kind(), "");
        editor.line(texts.get("preferences.viewer.opens"), fields.opens(), "");
        editor.line(texts.get("preferences.viewer.target"), fields.target(), "");
        Node arguments = editor.line(texts.get("preferences.viewer.arguments"), fields.arguments(),
                texts.get("preferences.viewer.arguments.hint"));
        arguments.visibleProperty().bind(Bindings.equal(fields.kind().valueProperty(), Kind.PROGRAM));
        editor.line("", problem, texts.get("preferences.viewer.placeholders", "{studyInstanceUid}",
                "{studyInstanceUids}", "{accessionNumber}", "{patientId}", "{issuer}", "{patientIdWithIssuer}",
                "{requestType}"));
        editor.line(texts.get("preferences.viewer.try"), trial, "");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    private void show(ViewerSettings settings) {
        List<Integer> indexes = IntStream.range(ViewerSettings.NONE, settings.profiles().size()).boxed().toList();
        if (!chosen.getItems().equals(indexes)) {
            chosen.getItems().setAll(indexes);
        }
        chosen.setValue(null); // the name may be another one
        chosen.setValue(settings.chosen());
        Optional<LaunchProfile> profile = settings.profile();
        editor.setVisible(profile.isPresent());
        profile.ifPresent(fields::fill);
        check();
    }

    private void choose(Integer index) {
        if (index != null && index != model.settingsProperty().get().chosen()) {
            model.choose(index);
        }
    }

    private void check() {
        Sample sample = trial.samples().getValue();
        Optional<LaunchProfile> profile = model.profile();
        if (sample == null || profile.isEmpty()) {
            return;
        }
        int current = ++checks;
        model.check(profile.get(), sample.subject(profile.get()), verdict -> {
            if (current == checks) {
                problem.setText(verdict.problem());
                trial.show(verdict.launch());
            }
        });
    }

    private void delete() {
        String name = model.profile().map(LaunchProfile::name).orElse("");
        model.delete()
                .ifPresent(undo -> workplace.teller()
                        .tell(new Notice(Mark.NONE, texts.get("preferences.viewer.deleted", name), ""),
                                texts.get("preferences.undo"), () -> undo(undo)));
    }

    private void undo(BooleanSupplier undo) {
        if (!undo.getAsBoolean()) {
            workplace.teller().tell(new Notice(Mark.FAILED, texts.of(Message.of(Guarded.LOCKED)), ""));
        }
    }

    private String name(int index) {
        List<LaunchProfile> profiles = model.settingsProperty().get().profiles();
        return index >= 0 && index < profiles.size()
                ? profiles.get(index).name()
                : texts.get("preferences.viewer.chosen.none");
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
