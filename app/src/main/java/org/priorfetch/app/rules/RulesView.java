package org.priorfetch.app.rules;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.ReachStrip;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AdminArea;

/** The screen "Rules": rules, pairs, what usually holds and what is suggested above, the trial on past days below. */
final class RulesView extends BorderPane {

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final double TRIAL_SHARE = 0.45;

    private final RulesModel model;
    private final RulesParts parts;
    private final BooleanBinding locked;
    private final BooleanBinding differences; // held here, because the list holds it weakly

    RulesView(RulesModel model, Suggestions suggestions, Trial trial, Workplace workplace) {
        this.model = model;
        AdminSession admin = workplace.admin();
        locked = Bindings.createBooleanBinding(() -> !admin.allows(AdminArea.RULES), admin.unlockedProperty(),
                admin.lockProperty());
        differences = Bindings.isNotEmpty(trial.rows());
        getStyleClass().add("rules");
        parts = new RulesParts(model, suggestions, workplace, locked);
        LockStrip lock = new LockStrip(admin, AdminArea.RULES, workplace.texts());
        lock.disableProperty().bind(model.reach().lostProperty());
        setTop(new VBox(new ReachStrip(model.reach(), workplace.texts().get("rules.lost")), lock,
                new LimitsBar(model.draft(), workplace.texts(), locked),
                new SaveBar(model, workplace.texts(), locked)));
        layOut(new TrialPane(model, trial, workplace));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().addListener((_, before, now) -> listenForSave(before, now));
    }

    /**
     * Differences get their part of the room; without any, the trial is as high as what it says. Where letters are large, it
     * scrolls rather than leaving no room for the rules.
     */
    private void layOut(TrialPane trial) {
        ScrollPane below = new ScrollPane(trial);
        below.setFitToWidth(true);
        below.setFitToHeight(true);
        below.setMinHeight(0);
        below.getStyleClass().add("edge-to-edge");
        setCenter(parts);
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

    /** The part that is shown. */
    RulesSection section() {
        return parts.sectionProperty().get();
    }

    void show(RulesSection section) {
        parts.sectionProperty().set(section);
    }

    void focus() {
        parts.focus();
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
        boolean inTable = parts.isAtList();
        if (event.isShortcutDown() && event.getCode() == KeyCode.N) {
            consume(event, parts::add);
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            consume(event, () -> parts.move(-1));
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            consume(event, () -> parts.move(1));
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
            consume(event, parts::copy);
        } else if (inTable && event.getCode() == KeyCode.DELETE) {
            consume(event, parts::removeSelected);
        } else if (inTable && event.getCode() == KeyCode.ENTER) {
            consume(event, parts::editSelected);
        }
    }

    private static void consume(KeyEvent event, Runnable deed) {
        deed.run();
        event.consume();
    }
}
