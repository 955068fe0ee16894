package org.priorfetch.engine.dicom;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A storage service written byte by byte (PS3.8 9.3, PS3.7 E.1), without any toolkit, so that what is on the line can be
 * seen. Takes one image on one association.
 */
final class ByteLevelStorage implements AutoCloseable {

    private static final int ASSOCIATE_RQ = 1;
    private static final int ASSOCIATE_AC = 2;
    private static final int DATA = 4;
    private static final int RELEASE_RQ = 5;
    private static final int RELEASE_RP = 6;
    private static final int CONTEXT_RQ = 0x20;
    private static final int CONTEXT_AC = 0x21;
    private static final int TRANSFER_SYNTAX = 0x40;
    private static final int USER_INFORMATION = 0x50;
    private static final int MAXIMUM_LENGTH = 0x51;
    private static final int IMPLEMENTATION_UID = 0x52;
    private static final int FIXED_FIELDS = 68;
    private static final int COMMAND = 1;
    private static final int LAST = 2;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int maximum;
    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger longest = new AtomicInteger();
    private final AtomicLong dataBytes = new AtomicLong();
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();

    /** @param maximum that it says it takes; 0 for no limit */
    ByteLevelStorage(int maximum) throws IOException {
        this.maximum = maximum;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The longest PDU that the other side says it takes. */
    int offered() {
        return offered.get();
    }

    /** Length field of the longest P-DATA-TF. */
    int longest() {
        return longest.get();
    }

    /** Of data sets, without their framing. */
    long dataBytes() {
        return dataBytes.get();
    }

    private void serve() {
        try (Socket socket = listener.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            socket.setTcpNoDelay(true);
            while (true) {
                int type = in.readUnsignedByte();
                in.readByte();
                byte[] body = in.readNBytes(in.readInt());
                switch (type) {
                    case ASSOCIATE_RQ -> send(out, ASSOCIATE_AC, accept(body));
                    case DATA -> take(body, out);
                    case RELEASE_RQ -> send(out, RELEASE_RP, new byte[4]);
                    default -> throw new IOException("PDU of type " + type);
                }
            }
        } catch (IOException ended) {
            // by the other side, or by close()
        }
    }

    private static void send(DataOutputStream out, int type, byte[] body) throws IOException {
        out.write(ByteBuffer.allocate(6 + body.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(body.length)
                .put(body)
                .array());
        out.flush();
    }

    /** Each presentation context with the first of its transfer syntaxes. */
    private byte[] accept(byte[] request) {
        ByteArrayOutputStream accepted = new ByteArrayOutputStream();
        accepted.write(request, 0, FIXED_FIELDS);
        ByteBuffer items = ByteBuffer.wrap(request, FIXED_FIELDS, request.length - FIXED_FIELDS);
        while (items.hasRemaining()) {
            ByteBuffer item = next(items);
            switch (item.get(0)) {
                case CONTEXT_RQ -> accepted.writeBytes(item(CONTEXT_AC, context(item)));
                case USER_INFORMATION -> {
                    offered.set(find(item, 4, MAXIMUM_LENGTH).getInt(4));
                    byte[] length = item(MAXIMUM_LENGTH, ByteBuffer.allocate(4).putInt(maximum).array());
                    byte[] uid = item(IMPLEMENTATION_UID, "2.25.7".getBytes(StandardCharsets.US_ASCII));
                    accepted.writeBytes(item(USER_INFORMATION,
                            ByteBuffer.allocate(length.length + uid.length).put(length).put(uid).array()));
                }
                default -> accepted.write(item.array(), item.arrayOffset(), item.limit());
            }
        }
        return accepted.toByteArray();
    }

    private static byte[] context(ByteBuffer requested) {
        ByteBuffer syntax = find(requested, 8, TRANSFER_SYNTAX);
        return ByteBuffer.allocate(4 + syntax.limit())
                .put(requested.get(4))
                .put(new byte[3])
                .put(syntax.duplicate().rewind())
                .array();
    }

    private static ByteBuffer find(ByteBuffer item, int from, int type) {
        ByteBuffer parts = item.slice(from, item.limit() - from);
        while (parts.hasRemaining()) {
            ByteBuffer part = next(parts);
            if (part.get(0) == type) {
                return part;
            }
        }
        throw new IllegalArgumentException("no item of type " + type);
    }

    private static ByteBuffer next(ByteBuffer items) {
        int length = 4 + Short.toUnsignedInt(items.getShort(items.position() + 2));
        ByteBuffer item = items.slice(items.position(), length);
        items.position(items.position() + length);
        return item;
    }

    private static byte[] item(int type, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) type)
                .put((byte) 0)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private void take(byte[] body, DataOutputStream out) throws IOException {
        longest.accumulateAndGet(body.length, Math::max);
        ByteBuffer values = ByteBuffer.wrap(body);
        while (values.hasRemaining()) {
            int fragment = values.getInt() - 2;
            byte context = values.get();
            int flags = values.get();
            if ((flags & COMMAND) != 0) {
                command.write(body, values.position(), fragment);
            } else {
                dataBytes.addAndGet(fragment);
                if ((flags & LAST) != 0) {
                    send(out, DATA, stored(context));
                }
            }
            values.position(values.position() + fragment);
        }
    }

    /** C-STORE-RSP with status 0000, for the message that came. */
    private byte[] stored(byte context) {
        ByteBuffer request = ByteBuffer.wrap(command.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream elements = new ByteArrayOutputStream();
        while (request.hasRemaining()) {
            request.getShort();
            short element = request.getShort();
            byte[] value = new byte[request.getInt()];
            request.get(value);
            switch (element) {
                case 0x0002, 0x1000 -> elements.writeBytes(element(element, value));
                case 0x0110 -> {
                    elements.writeBytes(element((short) 0x0100, new byte[]{0x01, (byte) 0x80}));
                    elements.writeBytes(element((short) 0x0120, value));
                    elements.writeBytes(element((short) 0x0800, new byte[]{0x01, 0x01}));
                    elements.writeBytes(element((short) 0x0900, new byte[2]));
                }
                default -> {
                }
            }
        }
        int length = elements.size() + 12;
        byte[] group = element((short) 0, ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(elements.size())
                .array());
        return ByteBuffer.allocate(6 + length)
                .putInt(length + 2)
                .put(context)
                .put((byte) (COMMAND | LAST))
                .put(group)
                .put(elements.toByteArray())
                .array();
    }

    private static byte[] element(short number, byte[] value) {
        return ByteBuffer.allocate(8 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort(number)
                .putInt(value.length)
                .put(value)
                .array();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
