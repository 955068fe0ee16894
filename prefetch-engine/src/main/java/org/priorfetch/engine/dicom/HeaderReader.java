package org.priorfetch.engine.dicom;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;

/**
 * Reads a data set up to the groups that are only passed through (functional groups, overlays, pixel data). Large values
 * before that go to a file, so that memory use stays small whatever is sent.
 */
final class HeaderReader extends ImageInputStream {

    /** The first tag that is not looked into; everything that is ever changed stands before it. */
    private static final int FIRST_PASSED_THROUGH = 0x50000000;
    private static final int ITEM_GROUP = 0xFFFE;
    private static final int LARGE_VALUE = 128 * 1024;
    private static final long MOST_HEADER_BYTES = 32L << 20;

    /** Leaves the toolkit's loop at the first element that is passed through. */
    private static final class EndOfHeader extends IOException {

        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private final RecordingStream source;
    private long bytesInFiles;
    private boolean passingThrough;

    HeaderReader(RecordingStream source, String transferSyntaxUid, Path bulkFolder) throws IOException {
        super(source, transferSyntaxUid);
        this.source = source;
        setIncludeBulkData(IncludeBulkData.URI);
        setBulkDataDescriptor((items, privateCreator, tag, vr, length) -> isLarge(vr, length));
        setBulkDataDirectory(bulkFolder.toFile());
    }

    private boolean isLarge(VR vr, int length) {
        boolean large = vr != VR.SQ && length > LARGE_VALUE;
        bytesInFiles += large ? length : 0;
        return large;
    }

    /** The header; what follows is still to be read. */
    Attributes readUpToRest() throws IOException {
        Attributes header = new Attributes(bigEndian(), 64);
        try {
            readAttributes(header, -1, -1);
        } catch (EndOfHeader reached) {
            passingThrough = true;
        }
        return header;
    }

    @Override
    public void readHeader() throws IOException {
        super.readHeader();
        if (getPosition() - bytesInFiles > MOST_HEADER_BYTES) {
            throw new IOException("the header of the instance is larger than " + MOST_HEADER_BYTES + " bytes");
        }
        if (level() == 0 && isPassedThrough(tag())) {
            throw new EndOfHeader();
        }
    }

    /** Items and delimiters of a sequence at the top level are read at that level too. */
    private static boolean isPassedThrough(int tag) {
        return Integer.compareUnsigned(tag, FIRST_PASSED_THROUGH) >= 0 && tag >>> 16 != ITEM_GROUP;
    }

    /** Whether something follows the header. */
    boolean hasRest() {
        return passingThrough;
    }

    /** Group of the first element after the header. */
    int groupOfRest() {
        return tag() >>> 16;
    }

    /** The element header that ended the reading, byte by byte as it came. */
    byte[] firstElementHeaderOfRest() {
        return source.last((int) (getPosition() - getTagPosition()));
    }

    /** Removes the files of large values. */
    void discardFiles() {
        List<File> files = getBulkDataFiles();
        for (File file : files == null ? List.<File>of() : files) {
            try {
                Files.deleteIfExists(file.toPath());
            } catch (IOException keptUntilNextStart) {
                file.deleteOnExit();
            }
        }
    }
}
