package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleMedia;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.TransferCommand;

@Timeout(90)
class ImportScreenTest {

    private static OpenWindow dropped(ScriptedEngine engine) throws Exception {
        return new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH)
                .visit(new Visit.ToImport(SampleMedia.PATH));
    }

    @Test
    void whatADiscHoldsStandsByPatientAndWhatCannotBeReadIsSaid() throws Exception {
        try (OpenWindow window = dropped(SampleMedia.typical())) {
            for (String text : List.of("CT Thorax mit KM", "MRT Knie links",
                    "3 studies of 2 patients. 17 other files were left alone. 1 study names several patients and will be held.")) {
                awaitText(window, text);
            }
            TitledPane unreadable = window.find("#import .titled-pane", TitledPane.class);
            assertThat(unreadable.getText()).isEqualTo("2 files could not be read");
            OpenWindow.onScreenThread(() -> {
                unreadable.setExpanded(true);
                return null;
            });
            awaitText(window, "DICOM/ST1/IM3: cannot be read; the disc may be damaged");
            assertThat(asked(window, MediaCommand.OpenMedia.class)).extracting(MediaCommand.OpenMedia::path)
                    .containsExactly(SampleMedia.PATH);
        }
    }

    @Test
    void allStudiesAreOrderedForWhomIsChosen() throws Exception {
        try (OpenWindow window = dropped(SampleMedia.typical())) {
            awaitText(window, "MRT Knie links");
            press(window, "#import-all");
            ComboBox<?> targets = window.find("#import #target", ComboBox.class);
            OpenWindow.onScreenThread(() -> {
                targets.getSelectionModel().selectLast();
                return null;
            });
            press(window, "#import #fetch");

            await().until(() -> asked(window, TransferCommand.FetchStudy.class).size() == 3);
            assertThat(asked(window, TransferCommand.FetchStudy.class)).allSatisfy(order -> {
                assertThat(order.source()).isEqualTo("disc");
                assertThat(order.forAccession()).isNull();
            });
        }
    }

    @Test
    void lookingThroughShowsHowFarItIsAndCanBeStopped() throws Exception {
        try (OpenWindow window = dropped(SampleMedia.slow())) {
            awaitText(window, "120 of 250 files looked at");
            assertThat(window.find("#import-progress", ProgressBar.class).getProgress()).isEqualTo(0.48);

            press(window, "#import-close");

            awaitText(window, "Import a disc or folder");
            await().until(() -> asked(window, MediaCommand.CloseMedia.class).size() == 1);
        }
    }

    @Test
    void aDiscThatCannotBeReadSaysWhatToDo() throws Exception {
        try (OpenWindow window = dropped(SampleMedia.broken())) {
            awaitText(window, "The disc cannot be read");
            awaitText(window, "The folder /media/cdrom cannot be listed. Is the disc still in the drive?");
        }
    }

    private static <C> List<C> asked(OpenWindow window, Class<C> command) {
        return window.engine().submitted().stream().filter(command::isInstance).map(command::cast).toList();
    }

    private static void press(OpenWindow window, String button) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find(button, Button.class).fire();
            return null;
        });
    }

    private static void awaitText(OpenWindow window, String text) {
        await(text).atMost(20, TimeUnit.SECONDS).until(() -> window.shows(text));
    }
}
