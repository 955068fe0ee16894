package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.io.ImageInputStream;

/** The DICOMDIR of a disc (PS3.10 section 8.6, PS3.3 Annex F): which files there should be. */
final class MediaDirectory {

    private static final String NAME = "DICOMDIR";

    private MediaDirectory() {}

    /** The file of that name in the folder, whatever its case. */
    static Optional<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(MediaDirectory::isOne).filter(Files::isRegularFile).findFirst();
        }
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().equalsIgnoreCase(NAME);
    }

    /** The files that it names, relative to its folder, in lower case and with slashes. */
    static Set<String> files(Path directory) throws IOException {
        Attributes data = MediaFile
                .open(directory, (dataSet, transferSyntax) -> new ImageInputStream(dataSet, transferSyntax)
                        .readDataset(-1, -1))
                .orElseThrow(() -> new IOException("no DICOM file"));
        Set<String> files = new TreeSet<>();
        Sequence records = data.getSequence(Tag.DirectoryRecordSequence);
        if (records != null) {
            for (Attributes each : records) {
                String[] components = each.getStrings(Tag.ReferencedFileID);
                if (components != null && components.length > 0) {
                    files.add(String.join("/", components).toLowerCase(Locale.ROOT));
                }
            }
        }
        return files;
    }

    /** The same form of a file's place. */
    static String form(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/').toLowerCase(Locale.ROOT);
    }
}
