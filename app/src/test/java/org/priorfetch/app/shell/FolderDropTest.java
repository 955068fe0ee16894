package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleMedia;
import org.priorfetch.engine.api.MediaCommand;

class FolderDropTest {

    @TempDir
    private Path disc;

    @Test
    void aFolderIsTakenAsItIs() {
        assertThat(FolderDrop.folder(List.of(disc.toFile()))).contains(disc.toFile());
    }

    @Test
    void aFileStandsForItsFolder() throws IOException {
        File directory = Files.createFile(disc.resolve("DICOMDIR")).toFile();

        assertThat(FolderDrop.folder(List.of(directory))).contains(disc.toFile());
    }

    @Test
    void whatIsDroppedOntoTheWindowIsOpenedForImport() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleMedia.typical(), Appearance.DEFAULT, Locale.ENGLISH)) {
            DragEvent dropped = drag(DragEvent.DRAG_DROPPED, disc.toFile());
            OpenWindow.onScreenThread(() -> {
                Event.fireEvent(window.scene(), dropped);
                return null;
            });

            assertThat(dropped.isDropCompleted()).isTrue();
            await().until(() -> window.engine().submitted().contains(new MediaCommand.OpenMedia(disc.toString())));
        }
    }

    @Test
    void whatIsNoFileIsNotTaken() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleMedia.typical(), Appearance.DEFAULT, Locale.ENGLISH)) {
            DragEvent over = drag(DragEvent.DRAG_OVER);
            OpenWindow.onScreenThread(() -> {
                Event.fireEvent(window.scene(), over);
                return null;
            });

            assertThat(over.getAcceptedTransferMode()).isNull();
        }
    }

    /** As the toolkit sends it when something is dragged in from another program. */
    private static DragEvent drag(EventType<DragEvent> type, File... files) throws Exception {
        return OpenWindow.onScreenThread(() -> {
            Dragboard board = DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
            if (files.length > 0) {
                ClipboardContent content = new ClipboardContent();
                content.putFiles(List.of(files));
                board.setContent(content);
            }
            return new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null);
        });
    }

    @Test
    void nothingIsNothing() {
        assertThat(FolderDrop.folder(List.of())).isEmpty();
    }
}
