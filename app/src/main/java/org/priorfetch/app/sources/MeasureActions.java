package org.priorfetch.app.sources;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;

/** What can be done about measuring: begin, stop, and save the page. */
final class MeasureActions {

    private final OpenPart open;
    private final Reach reach;
    private final Texts texts;

    MeasureActions(OpenPart open, Reach reach, Texts texts) {
        this.open = open;
        this.reach = reach;
        this.texts = texts;
    }

    /** @param unsaved whether what is in the form is not what the engine works with */
    List<Button> buttons(ObservableBooleanValue unsaved) {
        Measurement measurement = open.trials().measurement();
        Button measure = button("measure", "sources.measure");
        measure.setOnAction(_ -> open.measure());
        measure.disableProperty().bind(reach.lostProperty().or(unsaved));
        shownWhile(measurement.runningProperty().not(), measure);
        Button stop = button("measure-stop", "sources.measure.stop");
        stop.setOnAction(_ -> measurement.stop());
        shownWhile(measurement.runningProperty(), stop);
        Button page = button("measure-page", "sources.measure.page");
        page.setOnAction(_ -> choose(page).ifPresent(this::save));
        shownWhile(measurement.hasPageProperty(), page);
        return List.of(measure, stop, page);
    }

    private static void shownWhile(ObservableBooleanValue shown, Button button) {
        button.visibleProperty().bind(shown);
        button.managedProperty().bind(button.visibleProperty());
    }

    private Button button(String id, String key) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Optional<Path> choose(Button owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("sources.measure.page"));
        chooser.setInitialFileName("priorfetch.html");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("HTML", "*.html"));
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    /** One small file, on the disk of whoever looks at it. */
    void save(Path file) {
        open.trials().measurement().page().ifPresent(page -> {
            try {
                Files.writeString(file, page);
                open.tell(new Notice(Mark.READY, texts.get("sources.measure.saved", file), ""));
            } catch (IOException _) {
                open.tell(new Notice(Mark.FAILED, texts.get("sources.measure.unsaved", file), ""));
            }
        });
    }
}
