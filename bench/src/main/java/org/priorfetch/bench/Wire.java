package org.priorfetch.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How the parts of the upper layer protocol (PS3.8 9.3) and of messages (PS3.7 E) are written. */
final class Wire {

    private Wire() {}

    static byte[] pdu(int type, byte[] body) {
        return ByteBuffer.allocate(6 + body.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(body.length)
                .put(body)
                .array();
    }

    static byte[] item(int type, byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .put((byte) type)
                .put((byte) 0)
                .putShort((short) body.length)
                .put(body)
                .array();
    }

    /** Of a command set: group 0, implicit VR. */
    static byte[] element(int element, byte[] value) {
        return implicit(0, element, value);
    }

    static byte[] implicit(int group, int element, byte[] value) {
        return ByteBuffer.allocate(8 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) group)
                .putShort((short) element)
                .putInt(value.length)
                .put(value)
                .array();
    }

    static byte[] number(int value) {
        return new byte[]{(byte) value, (byte) (value >> 8)};
    }

    static byte[] even(String text) {
        byte[] bytes = ascii(text);
        return bytes.length % 2 == 0 ? bytes : joined(bytes, new byte[1]);
    }

    static byte[] padded(String title) {
        return ascii("%-16s".formatted(title));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] fragment(int context, int flags, byte[] bytes, int from, int count) {
        return ByteBuffer.allocate(12 + count)
                .put((byte) 4)
                .put((byte) 0)
                .putInt(count + 6)
                .putInt(count + 2)
                .put((byte) context)
                .put((byte) flags)
                .put(bytes, from, count)
                .array();
    }
}
