package org.priorfetch.app.today;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Documents as files for as long as somebody reads them: each in a folder that only its owner can enter (a temporary folder and
 * a temporary file are made so), under a name that says nothing of anybody. Safe for use by several threads.
 */
final class ReportFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFiles.class);
    private static final String PREFIX = "priorfetch-";
    private static final String NAME = "report-";
    private static final String SUFFIX = ".pdf";
    private static final int KEPT = 5;

    private final Deque<Path> files = new ArrayDeque<>();

    /** Of the files written before, only the latest stay. */
    synchronized Path write(byte[] content) throws IOException {
        Path folder = Files.createTempDirectory(PREFIX);
        Path file = Files.createTempFile(folder, NAME, SUFFIX);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit(); // the last that is named goes first
        Files.write(file, content);
        files.addLast(file);
        while (files.size() > KEPT) {
            remove(files.removeFirst());
        }
        return file;
    }

    @Override
    public synchronized void close() {
        files.forEach(ReportFiles::remove);
        files.clear();
    }

    /** What a viewer holds open, where the system minds that, goes at the end of the program. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (IOException inUse) {
            LOG.debug("A document is still open", inUse);
        }
    }
}
