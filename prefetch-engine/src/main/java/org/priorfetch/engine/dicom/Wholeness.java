package org.priorfetch.engine.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Walks along the elements of a data set as its bytes pass, to tell whether it ended where one may end: behind a value, with each
 * sequence and all pixel data that mark their end closed (PS3.5 7.1, 7.5, A.4). A sender may end an object regularly and still
 * have cut it. What is encoded otherwise than the standard has it is not judged, and counts as whole.
 */
final class Wholeness {

    private static final int UNDEFINED = -1;
    private static final int DELIMITERS = 0xFFFE;
    private static final int ITEM = 0xE000;
    private static final int ITEM_END = 0xE00D;
    private static final int SEQUENCE_END = 0xE0DD;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 12;
    private static final int UNSIGNED_SHORT = 0xFFFF;
    private static final String UNKNOWN = "UN";
    private static final Set<String> LONG_VRS = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", UNKNOWN,
            "UR", "UT", "UV");

    private final boolean explicit;
    private final ByteBuffer header;
    private long valueLeft;
    /** How many marked ends are to come. Odd within a sequence, between its items; even among elements. */
    private int open;
    /** Within an unknown value nothing is explicit, whatever is around it (PS3.5 6.2.2); 0 outside. */
    private int openAtUnknown;
    private boolean strange;

    /**
     * Begins behind the header of an element.
     *
     * @param unknown whether its value representation is UN
     * @param length of its value, as an unsigned number, or undefined
     */
    Wholeness(boolean explicit, boolean bigEndian, boolean unknown, int length) {
        this.explicit = explicit;
        this.header = ByteBuffer.allocate(LONG_HEADER)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        beginValue(length, unknown);
    }

    void saw(byte[] bytes, int count) {
        int at = 0;
        while (at < count && !strange) {
            if (valueLeft > 0) {
                int passed = (int) Math.min(valueLeft, count - at);
                valueLeft -= passed;
                at += passed;
            } else {
                header.put(bytes[at++]);
                if (header.position() == (hasLongHeader() ? LONG_HEADER : SHORT_HEADER)) {
                    beginElement();
                    header.clear();
                }
            }
        }
    }

    boolean isWhole() {
        return strange || (open == 0 && valueLeft == 0 && isPadding());
    }

    /** Some pad what they send with zeros. */
    private boolean isPadding() {
        for (int at = 0; at < header.position(); at++) {
            if (header.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean hasLongHeader() {
        return header.position() >= SHORT_HEADER && group() != DELIMITERS && isExplicit() && LONG_VRS.contains(vr());
    }

    private boolean isExplicit() {
        return explicit && openAtUnknown == 0;
    }

    private int group() {
        return header.getShort(0) & UNSIGNED_SHORT;
    }

    private String vr() {
        return "" + (char) header.get(4) + (char) header.get(5);
    }

    private void beginElement() {
        if (group() == DELIMITERS) {
            beginDelimiter(header.getShort(2) & UNSIGNED_SHORT, header.getInt(4));
        } else if (isBetweenItems() || (isExplicit() && !vr().chars().allMatch(Character::isUpperCase))) {
            strange = true;
        } else if (!isExplicit()) {
            beginValue(header.getInt(4), false);
        } else if (hasLongHeader()) {
            beginValue(header.getInt(SHORT_HEADER), vr().equals(UNKNOWN));
        } else {
            beginValue(header.getShort(6) & UNSIGNED_SHORT, false);
        }
    }

    private boolean isBetweenItems() {
        return open % 2 != 0;
    }

    private void beginValue(int length, boolean unknown) {
        if (length != UNDEFINED) {
            valueLeft = Integer.toUnsignedLong(length);
            return;
        }
        open++;
        if (unknown && openAtUnknown == 0) {
            openAtUnknown = open;
        }
    }

    private void beginDelimiter(int element, int length) {
        switch (element) {
            case ITEM -> {
                strange = !isBetweenItems();
                beginValue(length, false);
            }
            case ITEM_END -> {
                strange = isBetweenItems() || open == 0;
                open--;
            }
            case SEQUENCE_END -> {
                strange = !isBetweenItems();
                openAtUnknown = open == openAtUnknown ? 0 : openAtUnknown;
                open--;
            }
            default -> strange = true;
        }
    }
}
