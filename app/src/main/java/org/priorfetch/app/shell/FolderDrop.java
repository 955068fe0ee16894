package org.priorfetch.app.shell;

import java.io.File;
import java.util.List;
import java.util.Optional;

import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Visit;

/** Lets people drop a disc or folder onto the window. A file, such as a DICOMDIR, stands for the folder that it is in. */
final class FolderDrop {

    private final Navigator navigator;

    private FolderDrop(Navigator navigator) {
        this.navigator = navigator;
    }

    static void listen(Scene scene, Navigator navigator) {
        FolderDrop drop = new FolderDrop(navigator);
        scene.setOnDragOver(drop::over);
        scene.setOnDragDropped(drop::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = List.copyOf(event.getDragboard().getFiles());
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        // a disc may take its time to say what the path is
        Thread.ofVirtual().name("dropped").start(() -> folder(files).ifPresent(this::hand));
    }

    private void hand(File folder) {
        FxToolkit.run(() -> navigator.open(new Visit.ToImport(folder.getPath())));
    }

    static Optional<File> folder(List<File> files) {
        return files.stream()
                .findFirst()
                .map(File::getAbsoluteFile)
                .map(file -> file.isDirectory() ? file : file.getParentFile());
    }
}
