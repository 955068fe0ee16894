package org.priorfetch.engine.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.FileHead;
import org.priorfetch.engine.port.InstanceInFlight;

/** Writes preamble, prefix and File Meta Information (PS3.10 7.1), in explicit VR little endian. */
public final class Part10Head implements FileHead {

    private static final int PREAMBLE = 128;
    private static final byte[] VERSION = {0, 1};

    @Override
    public byte[] of(InstanceInFlight instance) {
        InstanceRef ref = instance.header().instance();
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        group.writeBytes(element(0x0001, "OB", VERSION.length).put(VERSION).array());
        text(0x0002, "UI", ref.sopClassUid(), group);
        text(0x0003, "UI", ref.sopInstanceUid(), group);
        text(0x0010, "UI", instance.transferSyntaxUid(), group);
        text(0x0012, "UI", Toolkit.IMPLEMENTATION_CLASS_UID, group);
        text(0x0013, "SH", Toolkit.IMPLEMENTATION_VERSION_NAME, group);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(new byte[PREAMBLE]);
        head.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        head.writeBytes(element(0x0000, "UL", Integer.BYTES).putInt(group.size()).array());
        head.writeBytes(group.toByteArray());
        return head.toByteArray();
    }

    /** Values have an even length (PS3.5 6.2): UIDs are filled with a zero, texts with a space. */
    private static void text(int number, String vr, String value, ByteArrayOutputStream group) {
        String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
        byte[] bytes = even.getBytes(StandardCharsets.US_ASCII);
        group.writeBytes(element(number, vr, bytes.length).put(bytes).array());
    }

    /** With room for the value behind its head. */
    private static ByteBuffer element(int number, String vr, int length) {
        boolean isLong = vr.equals("OB");
        ByteBuffer element = ByteBuffer.allocate((isLong ? 12 : 8) + length).order(ByteOrder.LITTLE_ENDIAN);
        element.putShort((short) 0x0002).putShort((short) number).put(vr.getBytes(StandardCharsets.US_ASCII));
        return isLong ? element.putShort((short) 0).putInt(length) : element.putShort((short) length);
    }
}
