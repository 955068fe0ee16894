package org.priorfetch.app.rules;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.ReachStrip;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AdminArea;

/** The screen "Rules": the list and the selected rule above, the trial on past days below. */
final class RulesView extends BorderPane {

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final double LIST_SHARE = 0.66;
    private static final double TRIAL_SHARE = 0.45;

    private final RulesModel model;
    private final RuleTable rules;
    private final RulePane pane;
    private final BooleanBinding locked;
    private final BooleanBinding differences; // held here, because the list holds it weakly

    RulesView(RulesModel model, Trial trial, Workplace workplace) {
        this.model = model;
        AdminSession admin = workplace.admin();
        locked = Bindings.createBooleanBinding(() -> !admin.allows(AdminArea.RULES), admin.unlockedProperty(),
                admin.lockProperty());
        differences = Bindings.isNotEmpty(trial.rows());
        getStyleClass().add("rules");
        rules = new RuleTable(model, workplace, locked);
        pane = new RulePane(model, workplace.texts());
        pane.disableProperty().bind(locked);
        VBox.setVgrow(rules, Priority.ALWAYS);
        VBox list = new VBox(new RulesBar(model, workplace.texts(), locked, this::add), rules);
        SplitPane above = new SplitPane(list, pane);
        above.setDividerPositions(LIST_SHARE);
        shrinkable(this, above, list, rules, pane);
        LockStrip lock = new LockStrip(admin, AdminArea.RULES, workplace.texts());
        lock.disableProperty().bind(model.reach().lostProperty());
        setTop(new VBox(new ReachStrip(model.reach(), workplace.texts().get("rules.lost")), lock,
                new LimitsBar(model, workplace.texts(), locked), new SaveBar(model, workplace.texts(), locked)));
        layOut(above, new TrialPane(model, trial, workplace));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().addListener((_, before, now) -> listenForSave(before, now));
    }

    private static void shrinkable(Region... regions) {
        for (Region region : regions) {
            region.setMinHeight(0);
        }
    }

    /** Differences get their part of the room; without any, the trial is as high as what it says. */
    private void layOut(SplitPane above, TrialPane below) {
        setCenter(above);
        setBottom(below);
        differences.subscribe(some -> {
            if (some) {
                below.prefHeightProperty().bind(heightProperty().multiply(TRIAL_SHARE));
            } else {
                below.prefHeightProperty().unbind();
                below.setPrefHeight(USE_COMPUTED_SIZE);
            }
        });
    }

    void focus() {
        rules.table().requestFocus();
    }

    private void add() {
        model.addEmpty();
        pane.focusName();
    }

    /** Wherever the keyboard is, while the screen is to be seen. */
    private void listenForSave(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.getAccelerators().remove(SAVE);
        }
        if (now != null) {
            now.getAccelerators().put(SAVE, this::save);
        }
    }

    private void save() {
        if (!locked.get()) {
            model.save();
        }
    }

    private void pressed(KeyEvent event) {
        if (locked.get()) {
            return;
        }
        boolean inTable = rules.table().isFocused();
        if (event.isShortcutDown() && event.getCode() == KeyCode.N) {
            consume(event, this::add);
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            consume(event, () -> model.move(-1));
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            consume(event, () -> model.move(1));
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
            consume(event, model::copy);
        } else if (inTable && event.getCode() == KeyCode.DELETE) {
            consume(event, model::remove);
        } else if (inTable && event.getCode() == KeyCode.ENTER) {
            consume(event, pane::focusName);
        }
    }

    private static void consume(KeyEvent event, Runnable deed) {
        deed.run();
        event.consume();
    }
}
