package org.priorfetch.engine.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;

/**
 * One instance of an archive: its part 10 file and what is kept of it in memory.
 *
 * @param header the attributes that queries ask for
 */
record StoredInstance(Path file, String transferSyntax, Attributes header) {

    static StoredInstance read(Path file) throws IOException {
        try (ImageInputStream in = new ImageInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Attributes dataset = in.readDataset(-1, Tag.PixelData);
            return new StoredInstance(file, in.getTransferSyntax(),
                    new Attributes(dataset, QueryAttributes.OF_INSTANCE));
        }
    }

    String sopInstanceUid() {
        return header.getString(Tag.SOPInstanceUID, "");
    }

    String sopClassUid() {
        return header.getString(Tag.SOPClassUID, "");
    }

    String seriesInstanceUid() {
        return header.getString(Tag.SeriesInstanceUID, "");
    }

    String studyInstanceUid() {
        return header.getString(Tag.StudyInstanceUID, "");
    }
}
