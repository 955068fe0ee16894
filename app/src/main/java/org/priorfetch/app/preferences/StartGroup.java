package org.priorfetch.app.preferences;

import java.io.IOException;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.Workplace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the program starts with the session. Not to be seen where that cannot be had. */
final class StartGroup extends Group {

    private static final Logger LOG = LoggerFactory.getLogger(StartGroup.class);

    private final AutoStart autoStart;
    private final Texts texts;
    private final CheckBox box = new CheckBox();
    private final Label failure = Group.hint("");

    StartGroup(Workplace workplace) {
        super(workplace.texts().get("preferences.start"), workplace.appearance());
        autoStart = workplace.autoStart();
        texts = workplace.texts();
        box.setId("auto-start");
        box.setOnAction(_ -> turn(box.isSelected()));
        failure.setId("auto-start-failure");
        failure.getStyleClass().setAll("label", "preferences-problem");
        failure.visibleProperty().bind(failure.textProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        line(texts.get("preferences.start.withSession"), box, texts.get("preferences.start.hint"));
        getChildren().add(failure);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Thread.ofVirtual().name("auto-start").start(this::look);
    }

    private void look() {
        boolean supported = autoStart.isSupported();
        boolean on = supported && autoStart.isOn();
        FxToolkit.run(() -> {
            box.setSelected(on);
            setVisible(supported);
        });
    }

    private void turn(boolean on) {
        box.setDisable(true);
        failure.setText("");
        Thread.ofVirtual().name("auto-start").start(() -> {
            String said = "";
            try {
                autoStart.turn(on);
            } catch (AutoStart.NotTakenException notTaken) {
                said = texts.get("preferences.start.failed", notTaken.words(texts));
            } catch (IOException notWritten) {
                LOG.warn("The start with the session could not be turned {}", on ? "on" : "off", notWritten);
                said = texts.get("preferences.start.failed", texts.get("desktop.start.notWritten"));
            }
            String failed = said;
            FxToolkit.run(() -> done(on, failed));
        });
    }

    private void done(boolean on, String failed) {
        box.setSelected(failed.isEmpty() == on);
        box.setDisable(false);
        failure.setText(failed);
    }
}
