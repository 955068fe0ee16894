package org.priorfetch.app.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.Texty;
import org.testfx.util.WaitForAsyncUtils;

/** Writes what a window shows to PNG files, and says what is wrong with it. */
public final class Pictures {

    /** Where the pictures go; the build's own folder unless it is set. */
    static final String FOLDER_PROPERTY = "pictures";
    /** What is laid out first can change how much room the rest gets. */
    private static final int PASSES = 3;

    private final Path folder;

    public Pictures() {
        folder = Path.of(System.getProperty(FOLDER_PROPERTY, "target/pictures"));
    }

    /** Draws a window that has come to rest; returns its texts that do not fit and what lies on each other. */
    public List<String> drawn(Scene scene, String name) throws Exception {
        return drawn(scene, name, scene.getRoot());
    }

    /** The same, and says only what is wrong with a part of it. */
    public List<String> drawn(Scene scene, String name, Node part) throws Exception {
        for (int pass = 0; pass < PASSES; pass++) {
            WaitForAsyncUtils.waitForFxEvents();
            OpenWindow.onScreenThread(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return null;
            });
        }
        return OpenWindow.onScreenThread(() -> {
            write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), name);
            return Texty.flaws(part);
        });
    }

    public void write(BufferedImage picture, String name) {
        try {
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
