package org.priorfetch.bench;

import static org.priorfetch.bench.Wire.ascii;
import static org.priorfetch.bench.Wire.element;
import static org.priorfetch.bench.Wire.even;
import static org.priorfetch.bench.Wire.fragment;
import static org.priorfetch.bench.Wire.item;
import static org.priorfetch.bench.Wire.joined;
import static org.priorfetch.bench.Wire.number;
import static org.priorfetch.bench.Wire.padded;
import static org.priorfetch.bench.Wire.pdu;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * An association (PS3.8) of a client as plain as can be: one operation after the other, whatever comes back only counted. It
 * offers one service and verification.
 */
final class RawAssociation implements AutoCloseable {

    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final String IMPLICIT = "1.2.840.10008.1.2";
    static final String VERIFICATION = "1.2.840.10008.1.1";
    static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUR_PDU = 131_072;
    private static final int PENDING = 0xFF00;
    private static final int BUFFER = 1 << 16;
    private static final byte[] NOTHING = {};

    private final Socket socket;
    private final DataInputStream in;
    private final boolean prompt;
    private final String service;
    private int theirPdu = 16_384;
    private int messageId;

    /** @param prompt whether it sends at once and acknowledges at once, as the product does */
    RawAssociation(int port, String called, String service, String transferSyntax, boolean prompt)
            throws IOException {
        this.service = service;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.prompt = prompt && socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        socket.setTcpNoDelay(prompt);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        socket.getOutputStream().write(request(called, transferSyntax));
        accepted();
    }

    private byte[] request(String called, String transferSyntax) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[]{0, 1, 0, 0});
        body.writeBytes(padded(called));
        body.writeBytes(padded("BENCH"));
        body.writeBytes(new byte[32]);
        body.writeBytes(item(0x10, ascii("1.2.840.10008.3.1.1.1")));
        body.writeBytes(context(1, VERIFICATION, IMPLICIT));
        body.writeBytes(context(3, service, transferSyntax));
        byte[] length = item(0x51, ByteBuffer.allocate(4).putInt(OUR_PDU).array());
        byte[] implementation = item(0x52, ascii("1.2.826.0.1.3680043.10.999.9"));
        body.writeBytes(item(0x50, joined(length, implementation)));
        return pdu(1, body.toByteArray());
    }

    private static byte[] context(int id, String abstractSyntax, String transferSyntax) {
        return item(0x20, joined(new byte[]{(byte) id, 0, 0, 0}, item(0x30, ascii(abstractSyntax)),
                item(0x40, ascii(transferSyntax))));
    }

    /** Reads the largest PDU that the peer takes. */
    private void accepted() throws IOException {
        int type = type();
        ByteBuffer body = ByteBuffer.wrap(body());
        if (type != 2) {
            throw new IOException("the association was not accepted");
        }
        body.position(68);
        while (body.remaining() >= 4) {
            int item = body.get();
            body.get();
            int length = body.getShort() & 0xFFFF;
            if (item == 0x51) {
                theirPdu = Math.clamp(body.getInt(), 4096, 1 << 20);
            } else if (item != 0x50) {
                body.position(body.position() + length);
            }
        }
    }

    void echo() throws IOException {
        send(1, command(VERIFICATION, 0x0030, true, NOTHING), NOTHING);
        status();
    }

    /** Asks for studies; returns how many were found. */
    int find(byte[] identifier) throws IOException {
        send(3, command(service, 0x0020, false, NOTHING), identifier);
        int found = 0;
        for (int status = status(); (status & PENDING) == PENDING; status = status()) {
            found++;
        }
        return found;
    }

    /** @param dataSet in the agreed transfer syntax */
    void store(String sopInstanceUid, byte[] dataSet) throws IOException {
        send(3, command(service, 0x0001, false, element(0x1000, even(sopInstanceUid))), dataSet);
        int status = status();
        if (status != 0) {
            throw new IOException("an instance was answered with " + Integer.toHexString(status));
        }
    }

    private byte[] command(String sopClass, int field, boolean alone, byte[] more) {
        messageId++;
        byte[] elements = joined(element(0x0002, even(sopClass)), element(0x0100, number(field)),
                element(0x0110, number(messageId)), element(0x0700, number(0)),
                element(0x0800, number(alone ? 0x0101 : 0x0001)), more);
        byte[] length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(elements.length).array();
        return joined(element(0, length), elements);
    }

    /** In as many PDUs as the peer wants. */
    private void send(int context, byte[] command, byte[] dataSet) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(command.length + dataSet.length + BUFFER);
        all.writeBytes(fragment(context, 3, command, 0, command.length));
        int most = theirPdu - 6;
        for (int at = 0; at < dataSet.length; at += most) {
            int count = Math.min(most, dataSet.length - at);
            all.writeBytes(fragment(context, at + count == dataSet.length ? 2 : 0, dataSet, at, count));
        }
        all.writeTo(socket.getOutputStream());
    }

    /** Of the next response; the data set that comes with it is let pass. */
    private int status() throws IOException {
        int status = -1;
        boolean dataSetFollows = true;
        while (status < 0 || dataSetFollows) {
            if (type() != 4) {
                throw new IOException("the association ended");
            }
            ByteBuffer body = ByteBuffer.wrap(body());
            while (body.hasRemaining()) {
                int length = body.getInt();
                int end = body.position() + length;
                body.get();
                int flags = body.get();
                if ((flags & 1) != 0) {
                    ByteBuffer command = body.slice(body.position(), length - 2).order(ByteOrder.LITTLE_ENDIAN);
                    status = valueOf(command, 0x0900);
                    dataSetFollows = valueOf(command, 0x0800) != 0x0101;
                } else if ((flags & 2) != 0) {
                    dataSetFollows = false;
                }
                body.position(end);
            }
        }
        return status;
    }

    private static int valueOf(ByteBuffer command, int element) {
        for (int at = 0; at + 8 <= command.limit(); at += 8 + command.getInt(at + 4)) {
            if (command.getShort(at) == 0 && (command.getShort(at + 2) & 0xFFFF) == element) {
                return command.getShort(at + 8) & 0xFFFF;
            }
        }
        return -1;
    }

    private int type() throws IOException {
        if (prompt) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
        int type = in.readUnsignedByte();
        in.readByte();
        return type;
    }

    private byte[] body() throws IOException {
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return body;
    }

    /** Releases it. */
    @Override
    public void close() throws IOException {
        try (socket) {
            socket.getOutputStream().write(pdu(5, new byte[4]));
            type();
            body();
        } catch (SocketTimeoutException silent) {
            throw new IOException("the release was not answered", silent);
        }
    }
}
