package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.priorfetch.engine.testing.BackgroundProgram;

/** What people use today, as it comes out of the package. */
final class Peers {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path folder;

    Peers(Path folder) {
        this.folder = folder;
    }

    /** The source sends straight to the PACS when asked by {@code movescu}. */
    double move(Lab.Ends ends, int sideBySide, List<Study> studies) {
        long begun = System.nanoTime();
        try (ExecutorService asking = Executors.newFixedThreadPool(sideBySide)) {
            studies.forEach(study -> asking.execute(() -> run("movescu", "-S", "-aet", "BENCH", "-aec", Lab.SOURCE,
                    "-aem",
                    Lab.PACS, "-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID=" + study.uid(), "127.0.0.1",
                    String.valueOf(ends.source().port()))));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** {@code getscu} into a folder, then {@code storescu} out of it. */
    double getAndStore(Lab.Ends ends, Study study) {
        try {
            Path into = Files.createTempDirectory(folder, "getscu");
            long begun = System.nanoTime();
            run("getscu", "-S", "-aec", Lab.SOURCE, "-od", into.toString(), "-k", "QueryRetrieveLevel=STUDY", "-k",
                    "StudyInstanceUID=" + study.uid(), "127.0.0.1", String.valueOf(ends.source().port()));
            run("storescu", "+sd", "-aec", Lab.PACS, "127.0.0.1", String.valueOf(ends.pacs()), into.toString());
            return (System.nanoTime() - begun) / 1e9;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void run(String tool, String... arguments) {
        try (BackgroundProgram program = BackgroundProgram.start(tool, arguments)) {
            int exit = program.awaitExit(PATIENCE);
            if (exit != 0) {
                throw new IllegalStateException(tool + ": " + program.output());
            }
        }
    }
}
