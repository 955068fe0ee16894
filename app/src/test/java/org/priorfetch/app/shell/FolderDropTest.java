package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void nothingIsNothing() {
        assertThat(FolderDrop.folder(List.of())).isEmpty();
    }
}
