package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.priorfetch.engine.dicom.ImageFile;

/**
 * A made-up study, as large as an everyday one.
 *
 * @param instances of each series
 * @param pixelBytes of each instance
 */
record Study(String uid, int series, int instances, int pixelBytes) {

    static final Study CT = new Study("2.25.1001", 4, 75, 524_288);

    /** A day's variety: many small images, and few large ones. */
    static final List<Study> MIXED = List.of(CT, new Study("2.25.1002", 4, 50, 131_072),
            new Study("2.25.1003", 1, 2, 15_120_000), new Study("2.25.1004", 1, 4, 25_000_000),
            new Study("2.25.1005", 1, 1, 60_000_000), new Study("2.25.1006", 1, 3, 10_000_000));

    int size() {
        return series * instances;
    }

    long bytes() {
        return (long) size() * pixelBytes;
    }

    /** Its part 10 files, in a folder of its own. */
    List<Path> write(Path folder) {
        Path own = folder.resolve(uid);
        try {
            ImageFile.writeStudy(own, uid, series, instances, pixelBytes);
            try (Stream<Path> files = Files.walk(own)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
