package org.priorfetch.engine.dicom;

import java.util.Arrays;

/**
 * Whether the value that begins the passed-through part of a data set arrived to its end: all bytes of a stated length, or for
 * encapsulated pixel data the Sequence Delimitation Item (PS3.5 A.4). A sender may end an object regularly and still have cut
 * it. Where the functional groups (PS3.3 C.7.6.16) come first, without a stated length, what follows them is not looked at.
 */
final class Wholeness {

    private static final int UNDEFINED = -1;
    private static final int PIXEL_DATA_GROUP = 0x7FE0;
    private static final byte[] SEQUENCE_END = {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0};
    private static final int TAIL = 8192;

    private final int stated;
    private final boolean encapsulated;
    private long seen;
    private byte[] tail = new byte[0];

    /**
     * @param group of the first element
     * @param stated its value length, as an unsigned number, or undefined
     */
    Wholeness(int group, int stated) {
        this.stated = stated;
        this.encapsulated = group == PIXEL_DATA_GROUP && stated == UNDEFINED;
    }

    void saw(byte[] bytes, int count) {
        seen += count;
        if (encapsulated) {
            keepTail(bytes, count);
        }
    }

    private void keepTail(byte[] bytes, int count) {
        int kept = Math.min(tail.length, TAIL);
        byte[] joined = Arrays.copyOf(Arrays.copyOfRange(tail, tail.length - kept, tail.length), kept + count);
        System.arraycopy(bytes, 0, joined, kept, count);
        tail = joined;
    }

    boolean isWhole() {
        if (encapsulated) {
            return endsSequence();
        }
        return stated == UNDEFINED || seen >= Integer.toUnsignedLong(stated);
    }

    private boolean endsSequence() {
        for (int at = tail.length - SEQUENCE_END.length; at >= 0; at--) {
            if (Arrays.equals(tail, at, at + SEQUENCE_END.length, SEQUENCE_END, 0, SEQUENCE_END.length)) {
                return true;
            }
        }
        return false;
    }
}
