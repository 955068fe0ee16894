package org.priorfetch.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

    /** A film of 1 GB. */
    static final Study LARGE = new Study("2.25.1007", 1, 1, 1 << 30);

    static final Study MANY = new Study("2.25.1008", 10, 1000, 8192);

    /** So many bytes are made in memory; what is larger is repeated in the file. */
    private static final int MADE_WHOLE = 64_000_000;

    private static final int PIECE = 1 << 20;

    int size() {
        return series * instances;
    }

    List<String> seriesUids() {
        return IntStream.rangeClosed(1, series).mapToObj(number -> uid + "." + number).toList();
    }

    /** Its part 10 files, in a folder of its own; written when first asked for. */
    List<Path> files(Path folder) {
        Path own = folder.resolve(uid);
        try {
            if (!Files.exists(own)) {
                ImageFile.writeStudy(own, uid, series, instances, pixelBytes <= MADE_WHOLE ? pixelBytes : PIECE);
                if (pixelBytes > MADE_WHOLE) {
                    enlarge(own.resolve(ImageFile.uid(uid, 1, 1) + ".dcm"));
                }
            }
            try (Stream<Path> files = Files.walk(own)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Of all files. */
    long bytes(Path folder) {
        return files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** Repeats the pixels, which stand at the end, and states their new length, which stands before them. */
    private void enlarge(Path file) throws IOException {
        byte[] small = Files.readAllBytes(file);
        int header = small.length - PIECE;
        byte[] pixels = Arrays.copyOfRange(small, header, small.length);
        ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN).putInt(header - Integer.BYTES, pixelBytes);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(small, 0, header);
            for (int written = 0; written < pixelBytes; written += PIECE) {
                out.write(pixels);
            }
        }
    }
}
