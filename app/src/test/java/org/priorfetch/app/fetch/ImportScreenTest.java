package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitText;

import java.io.File;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleMedia;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.testfx.util.WaitForAsyncUtils;

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

    @Test
    void aDiscThatAnswersAfterAnotherWasOpenedIsClosedAndNotShown() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        ScriptedEngine engine = SampleMedia.typical().on(MediaCommand.OpenMedia.class, open -> {
            if (open.path().equals("/media/slow")) {
                awaitQuietly(answer);
                return SampleMedia.empty(7, open.path());
            }
            return SampleMedia.empty(8, open.path());
        });
        try (OpenWindow window = dropped(engine)) {
            awaitText(window, "No images were found");
            window.visit(new Visit.ToImport("/media/slow")).visit(new Visit.ToImport("/media/other"));
            await().until(() -> asked(window, MediaCommand.OpenMedia.class).size() == 3);
            answer.countDown();

            await().until(() -> asked(window, MediaCommand.CloseMedia.class).contains(new MediaCommand.CloseMedia(7)));
            awaitText(window, window.workplace().texts().get("fetch.import.none.hint", "/media/other"));
        } finally {
            answer.countDown();
        }
    }

    @Test
    void aDiscThatAnswersAfterTheWindowIsGoneIsClosedAndNotLookedAt() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        ScriptedEngine engine = SampleMedia.slow();
        engine.on(MediaCommand.OpenMedia.class, open -> {
            awaitQuietly(answer);
            return SampleMedia.looking(9, open.path());
        });
        dropped(engine).close();
        answer.countDown();

        await().until(() -> engine.submitted().contains(new MediaCommand.CloseMedia(9)));
        await().during(1, TimeUnit.SECONDS)
                .until(() -> engine.submitted().stream().noneMatch(MediaCommand.ReadMedia.class::isInstance));
    }

    @Test
    void aDiscThatCannotBeReadIsClosed() throws Exception {
        try (OpenWindow window = dropped(SampleMedia.broken())) {
            awaitText(window, "The disc cannot be read");
            await().until(() -> asked(window, MediaCommand.CloseMedia.class).size() == 1);
        }
    }

    @Test
    void aFolderIsChosenAtTheButton() throws Exception {
        Workbench bench = new Workbench();
        SampleMedia.answers(bench.engine());
        Deque<File> chosen = new ArrayDeque<>(List.of(new File("/somewhere/images")));
        ImportScreen screen = OpenWindow.onScreenThread(
                () -> new ImportScreen(bench.workplace(), new Reach(), _ -> chosen.poll()));
        OpenWindow.onScreenThread(() -> new Scene(new BorderPane(screen.view())).snapshot(null)); // what scrolls is made then

        fire(screen, "#import-choose");
        await().until(() -> bench.engine().submitted().contains(new MediaCommand.OpenMedia("/somewhere/images")));
        fire(screen, "#import-choose");

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.engine().submitted()).filteredOn(MediaCommand.OpenMedia.class::isInstance).hasSize(1);
    }

    private static void fire(ImportScreen screen, String button) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((Button) screen.view().lookup(button)).fire();
            return null;
        });
    }

    private static void awaitQuietly(CountDownLatch answer) {
        try {
            assertThat(answer.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
}
