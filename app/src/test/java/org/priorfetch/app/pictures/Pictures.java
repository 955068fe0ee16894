package org.priorfetch.app.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;

import javax.imageio.ImageIO;

/** Writes what a window shows to PNG files. */
final class Pictures {

    /** Where the pictures go; the build's own folder unless it is set. */
    static final String FOLDER_PROPERTY = "pictures";

    private final Path folder;

    Pictures() {
        folder = Path.of(System.getProperty(FOLDER_PROPERTY, "target/pictures"));
    }

    void take(Scene scene, String name) {
        try {
            Files.createDirectories(folder);
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png",
                    folder.resolve(name + ".png").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
