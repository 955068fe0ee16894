package org.priorfetch.app.lock;

import java.util.function.Predicate;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.WhileShown;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.LockState;
import org.priorfetch.engine.model.Message;

/** Stands above what is kept for the admin: unlocks it, or sets the first passphrase. */
public final class LockStrip extends FlowPane {

    private final AdminSession session;
    private final Predicate<LockState> needed;
    private final Texts texts;
    private final Label said = new Label();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();

    /** Gone while the area is not protected. */
    public LockStrip(AdminSession session, AdminArea area, Texts texts) {
        this(session, lock -> lock.protectedAreas().contains(area), texts);
    }

    /** There as soon as the engine was asked. */
    public LockStrip(AdminSession session, Texts texts) {
        this(session, _ -> true, texts);
    }

    private LockStrip(AdminSession session, Predicate<LockState> needed, Texts texts) {
        this.session = session;
        this.needed = needed;
        this.texts = texts;
        getStyleClass().add("lock-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("lock-said");
        said.setWrapText(true);
        passphrase.setId("passphrase");
        again.setId("passphrase-again");
        passphrase.setPromptText(texts.get("lock.passphrase"));
        passphrase.setAccessibleText(texts.get("lock.passphrase"));
        again.setPromptText(texts.get("lock.again"));
        again.setAccessibleText(texts.get("lock.again"));
        WhileShown.of(this, session.lockProperty()).subscribe(_ -> show());
        WhileShown.of(this, session.unlockedProperty()).subscribe(_ -> show());
        session.refresh();
    }

    private void show() {
        LockState lock = session.lockProperty().get();
        boolean shown = lock != null && needed.test(lock);
        setVisible(shown);
        setManaged(shown);
        said.setText("");
        passphrase.clear();
        again.clear();
        if (session.unlockedProperty().get()) {
            getChildren().setAll(sign(Icons.UNLOCKED, texts.get("lock.unlocked")),
                    button("lock-now", "lock.lockNow", session::lock));
        } else if (lock != null && lock.passphraseSet()) {
            getChildren().setAll(sign(Icons.LOCKED, texts.get("lock.locked")), ask(passphrase, this::unlock),
                    button("unlock", "lock.unlock", this::unlock), said);
        } else {
            getChildren().setAll(sign(Icons.LOCKED, texts.get("lock.first")), passphrase, ask(again, this::setFirst),
                    button("set-passphrase", "lock.set", this::setFirst), said);
        }
    }

    private static Node sign(Icons icon, String words) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        icon.on(label);
        return label;
    }

    private static PasswordField ask(PasswordField field, Runnable entered) {
        field.setOnAction(_ -> entered.run());
        return field;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void unlock() {
        session.unlock(passphrase.getText(), () -> {}, this::refused);
        passphrase.clear();
    }

    private void setFirst() {
        if (passphrase.getText().equals(again.getText())) {
            session.setPassphrase(null, passphrase.getText(), () -> {}, this::refused);
        } else {
            said.setText(texts.get("lock.differ"));
        }
    }

    private void refused(Message why) {
        said.setText(texts.of(why));
        passphrase.requestFocus();
    }
}
