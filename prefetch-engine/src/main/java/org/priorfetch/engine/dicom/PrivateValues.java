package org.priorfetch.engine.dicom;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.PrivateElement;

/**
 * Reads and writes private elements in the block that their creator has reserved (PS3.5 7.8.1). What others have written is
 * left alone, also where they have reserved nothing for it.
 */
final class PrivateValues {

    private static final int FIRST_BLOCK = 0x10;
    private static final int LAST_BLOCK = 0xFF;

    private PrivateValues() {}

    /** Empty when it is not there, and when it is no text. */
    static String text(Attributes data, PrivateElement element) {
        OptionalInt tag = there(data, element);
        return tag.isPresent() && isText(data, tag.getAsInt()) ? text(data, tag.getAsInt()) : "";
    }

    /** Data that came without value representations have them unknown (PS3.5 6.2.2). */
    private static String text(Attributes data, int tag) {
        if (data.getVR(tag) != VR.UN) {
            return DatasetValues.text(data, tag);
        }
        byte[] bytes = data.getSafeBytes(tag);
        return bytes == null ? "" : data.getSpecificCharacterSet().decode(bytes).strip();
    }

    /** Whether the value may be written: there is room for it, and nothing else than a text is lost. */
    static boolean isWritable(Attributes data, PrivateElement element) {
        OptionalInt tag = there(data, element);
        return tag.isPresent() ? isText(data, tag.getAsInt()) : block(data, element).isPresent();
    }

    private static boolean isText(Attributes data, int tag) {
        VR vr = data.getVR(tag);
        return vr.isStringType() || vr == VR.UN;
    }

    /** @param before gets what was there, with its creator */
    static void replace(Attributes data, PrivateElement element, String value, Attributes before) {
        OptionalInt there = there(data, element);
        there.ifPresent(tag -> {
            before.setString(creatorTag(element, blockOf(tag)), VR.LO, element.creator());
            before.addSelected(data, tag);
        });
        int block = there.isPresent() ? blockOf(there.getAsInt()) : block(data, element).orElseThrow();
        data.setString(creatorTag(element, block), VR.LO, element.creator());
        data.setString(tag(element, block), VR.LO, value);
    }

    private static OptionalInt there(Attributes data, PrivateElement element) {
        return blocks().filter(block -> isReserved(data, element, block))
                .map(block -> tag(element, block))
                .filter(data::contains)
                .findFirst();
    }

    /** The block of the creator, or one that is free. */
    private static OptionalInt block(Attributes data, PrivateElement element) {
        OptionalInt own = blocks().filter(block -> isReserved(data, element, block)).findFirst();
        return own.isPresent() ? own : blocks().filter(block -> isFree(data, element, block)).findFirst();
    }

    private static IntStream blocks() {
        return IntStream.rangeClosed(FIRST_BLOCK, LAST_BLOCK);
    }

    private static boolean isReserved(Attributes data, PrivateElement element, int block) {
        return element.creator().equals(DatasetValues.text(data, creatorTag(element, block)));
    }

    private static boolean isFree(Attributes data, PrivateElement element, int block) {
        int first = tag(element, block) & 0xFFFFFF00;
        return !data.contains(creatorTag(element, block))
                && Arrays.stream(data.tags()).noneMatch(tag -> (tag & 0xFFFFFF00) == first);
    }

    private static int creatorTag(PrivateElement element, int block) {
        return element.group() << 16 | block;
    }

    private static int tag(PrivateElement element, int block) {
        return element.group() << 16 | block << 8 | element.element();
    }

    private static int blockOf(int tag) {
        return tag >>> 8 & 0xFF;
    }
}
