package org.priorfetch.app.preferences;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.controls.WhileShown;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.lock.LockStrip;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.LockState;
import org.priorfetch.engine.api.Passphrase;

/** Who may change what: the passphrase, and what it protects. Changed only while it is unlocked. */
final class LockGroup extends Group {

    private final AdminSession session;
    private final Texts texts;
    private final Map<AdminArea, CheckBox> boxes = new EnumMap<>(AdminArea.class);
    private final Label problem = hint("");
    private final Node change;

    LockGroup(Workplace workplace, Reach reach) {
        super(workplace.texts().get("preferences.lock"), workplace.appearance());
        session = workplace.admin();
        texts = workplace.texts();
        setId("lock");
        disableProperty().bind(reach.lostProperty());
        getChildren().add(1, hint(texts.get("preferences.lock.hint", Passphrase.SHORTEST)));
        getChildren().add(2, new LockStrip(session, texts));
        problem.setId("lock-problem");
        problem.getStyleClass().setAll("label", "preferences-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        line(texts.get("preferences.lock.areas"), areas(), texts.get("preferences.lock.areas.hint"));
        change = line(texts.get("preferences.lock.change"), new PassphraseForm(session, texts), "");
        WhileShown.of(this, session.lockProperty()).subscribe(this::show);
        WhileShown.of(this, session.unlockedProperty()).subscribe(_ -> show(session.lockProperty().get()));
    }

    private VBox areas() {
        VBox all = new VBox();
        all.getStyleClass().add("preferences-line");
        for (AdminArea area : AdminArea.values()) {
            CheckBox box = new CheckBox(texts.get("preferences.lock.area", area));
            box.setId("protect-" + area);
            box.setWrapText(true);
            box.setMinHeight(USE_PREF_SIZE);
            box.setOnAction(_ -> protect());
            boxes.put(area, box);
            all.getChildren().add(box);
        }
        all.getChildren().add(problem);
        return all;
    }

    private void show(@Nullable LockState lock) {
        boxes.forEach((area, box) -> {
            box.setSelected(lock != null && lock.protectedAreas().contains(area));
            box.setDisable(!session.unlockedProperty().get());
        });
        change.setVisible(lock != null && lock.passphraseSet());
    }

    private void protect() {
        problem.setText("");
        Set<AdminArea> wanted = boxes.keySet()
                .stream()
                .filter(area -> Objects.requireNonNull(boxes.get(area)).isSelected())
                .collect(Collectors.toSet());
        session.protect(wanted, why -> {
            problem.setText(texts.of(why));
            show(session.lockProperty().get());
        });
    }
}
