package org.priorfetch.engine.dicom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.priorfetch.engine.model.AttributeChanges;

/** Passes part 10 files through as if they came over the network. */
final class Rewriting {

    private Rewriting() {}

    /** Reads the file and writes it anew with the changes; returns the length of its data set. */
    static long rewrite(Path from, Path to, AttributeChanges changes, Path bulkFolder) throws IOException {
        Attributes meta;
        long start;
        try (ImageInputStream in = new ImageInputStream(from.toFile())) {
            meta = in.readFileMetaInformation();
            start = 132L + 12 + meta.getInt(Tag.FileMetaInformationGroupLength, groupLength(from));
        }
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(from));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
                ImageOutputStream encoder = new ImageOutputStream(out, UID.ExplicitVRLittleEndian)) {
            in.skipNBytes(start);
            encoder.writeFileMetaInformation(meta);
            try (ArrivingInstance instance = ArrivingInstance.read(in, meta.getString(
                    Tag.TransferSyntaxUID), bulkFolder)) {
                return instance.writeTo(out, changes);
            }
        }
    }

    /** Value of the element that follows the preamble, PS3.10 7.1. */
    private static int groupLength(Path file) throws IOException {
        byte[] begin = new byte[144];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(begin, 0, begin.length);
        }
        return (begin[140] & 0xff) | (begin[141] & 0xff) << 8 | (begin[142] & 0xff) << 16 | (begin[143] & 0xff) << 24;
    }
}
