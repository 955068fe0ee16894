package org.priorfetch.app.preferences;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;

/** Changes the passphrase, which needs the old one, and says what came of it. */
final class PassphraseForm extends VBox {

    private final AdminSession session;
    private final Texts texts;
    private final PasswordField old;
    private final PasswordField fresh;
    private final PasswordField again;
    private final Label said = Group.hint("");

    PassphraseForm(AdminSession session, Texts texts) {
        this.session = session;
        this.texts = texts;
        getStyleClass().add("preferences-pair");
        old = field("old");
        fresh = field("fresh");
        again = field("again");
        again.setOnAction(_ -> change());
        Button change = new Button(texts.get("preferences.lock.change.set"));
        change.setId("change-passphrase");
        change.setMinWidth(USE_PREF_SIZE);
        change.disableProperty().bind(old.textProperty().isEmpty().or(fresh.textProperty().isEmpty()));
        change.setOnAction(_ -> change());
        said.setId("passphrase-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        getChildren().addAll(old, fresh, again, change, said);
    }

    private PasswordField field(String name) {
        PasswordField field = new PasswordField();
        field.setId("passphrase-" + name + "-one");
        field.setPromptText(texts.get("preferences.lock.change." + name));
        field.setAccessibleText(texts.get("preferences.lock.change." + name));
        return field;
    }

    private void change() {
        if (fresh.getText().equals(again.getText())) {
            session.setPassphrase(old.getText(), fresh.getText(), this::changed, why -> say(texts.of(why)));
        } else {
            say(texts.get("lock.differ"));
        }
    }

    private void changed() {
        old.clear();
        fresh.clear();
        again.clear();
        say(texts.get("preferences.lock.change.done"));
    }

    private void say(String words) {
        said.setText(words);
    }
}
