package org.priorfetch.engine.dicom;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The head of a DICOM file (PS3.10 section 7.1): preamble, prefix and the File Meta Information. */
final class FileMeta {

    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final int META_GROUP = 0x0002;
    private static final int TRANSFER_SYNTAX = 0x0010;
    private static final int ELEMENT_HEADER = 8;
    private static final int LONGEST_VALUE = 64 * 1024;

    private FileMeta() {}

    /** Leaves the stream at the first byte of the data set, where it is a DICOM file; anywhere else where it is not. */
    static boolean begins(BufferedInputStream file) throws IOException {
        byte[] head = file.readNBytes(PREAMBLE + PREFIX.length);
        return head.length == PREAMBLE + PREFIX.length
                && Arrays.equals(head, PREAMBLE, head.length, PREFIX, 0, PREFIX.length);
    }

    /**
     * Reads on behind the prefix, up to the data set, whose Transfer Syntax UID (0002,0010) is returned; empty when it is
     * not stated.
     */
    static Optional<String> transferSyntax(BufferedInputStream file) throws IOException {
        Optional<String> transferSyntax = Optional.empty();
        while (true) {
            file.mark(ELEMENT_HEADER);
            byte[] header = file.readNBytes(ELEMENT_HEADER);
            if (header.length < ELEMENT_HEADER || unsignedShort(header, 0) != META_GROUP) {
                file.reset();
                return transferSyntax;
            }
            byte[] value = value(file, header);
            if (unsignedShort(header, 2) == TRANSFER_SYNTAX) {
                transferSyntax = Optional.of(new String(value, StandardCharsets.US_ASCII).replace("\0", "").strip())
                        .filter(uid -> !uid.isEmpty());
            }
        }
    }

    /** Explicit VR little endian, PS3.5 section 7.1.2. */
    private static byte[] value(BufferedInputStream file, byte[] header) throws IOException {
        boolean isLong = switch (new String(header, 4, 2, StandardCharsets.US_ASCII)) {
            case "OB", "OW", "OF", "OD", "OL", "SQ", "UN", "UT", "UC", "UR" -> true;
            default -> false;
        };
        long length = isLong ? unsignedInt(exactly(file, 4)) : unsignedShort(header, 6);
        if (length > LONGEST_VALUE) {
            throw new IOException("the file's head is damaged");
        }
        return exactly(file, (int) length);
    }

    private static byte[] exactly(BufferedInputStream file, int count) throws IOException {
        byte[] bytes = file.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the file ends in its head");
        }
        return bytes;
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) + ((bytes[at + 1] & 0xFF) << 8);
    }

    private static long unsignedInt(byte[] bytes) {
        return unsignedShort(bytes, 0) + ((long) unsignedShort(bytes, 2) << 16);
    }
}
