package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.testing.NeedsTools;

/** Objects of every kind come out as they went in; DCMTK is the judge. */
@NeedsTools({"dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class RewritingInteropTest {

    @TempDir
    static Path folder;
    private static List<Path> files = List.of();

    @BeforeAll
    static void write() throws IOException {
        files = VariedObjects.writeAll(folder.resolve("files"));
        Files.createDirectories(folder.resolve("spool"));
    }

    static List<Path> files() {
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyElementIsAsItWas(Path file) throws IOException {
        Path copy = folder.resolve("copy.dcm");
        long length = Rewriting.rewrite(file, copy, AttributeChanges.NONE, folder.resolve("spool"));
        assertThat(length).isEven();
        assertThat(Dump.of(copy)).isEqualTo(Dump.of(file));
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void allSyntaxesAreThere() {
        assertThat(files.stream()
                .flatMap(file -> Dump.of(file).stream())
                .filter(line -> line.contains("(0002,0010)"))
                .distinct()).hasSize(9);
    }
}
