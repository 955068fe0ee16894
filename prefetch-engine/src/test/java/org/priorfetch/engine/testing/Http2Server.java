package org.priorfetch.engine.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback that speaks HTTP/2 over TLS and nothing else (RFC 9113), frame by frame, without a line of the
 * product. It takes bodies and answers them; the headers of a request it leaves unread.
 */
public final class Http2Server implements AutoCloseable {

    /** What it answers to a body that has come whole. */
    public record Reply(int status, String type, String body) {}

    private static final String PROTOCOL = "h2";
    private static final int PREFACE = 24;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int ACKNOWLEDGED = 1;
    private static final int END_HEADERS = 4;

    private final SSLServerSocket listener;
    private final Function<byte[], Reply> answers;
    private final Set<SSLSocket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private volatile int dropAfterBodies = Integer.MAX_VALUE;
    private volatile int dropAfterBytes;

    public Http2Server(SSLContext context, Function<byte[], Reply> answers) throws IOException {
        this.answers = answers;
        listener = (SSLServerSocket) context.getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setApplicationProtocols(new String[]{PROTOCOL});
        listener.setSSLParameters(parameters);
        Thread.ofVirtual().start(this::listen);
    }

    public URI at(String path) {
        return URI.create("https://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /** Connections on which HTTP/2 was agreed upon. */
    public int connections() {
        return connections.get();
    }

    /** Bodies that came to their end. */
    public int whole() {
        return whole.get();
    }

    /** Bodies whose stream the client reset before their end. */
    public int brokenOff() {
        return brokenOff.get();
    }

    /** Closes the connection, once, in the middle of the body after so many, when so many bytes of it have come. */
    public void dropLineAfter(int bodies, int bytes) {
        dropAfterBytes = bytes;
        dropAfterBodies = bodies;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            if (PROTOCOL.equals(socket.getApplicationProtocol())) {
                connections.incrementAndGet();
                new Connection(socket).run();
            }
        } catch (IOException gone) {
            // as the test, or the client, wants it
        } finally {
            open.remove(socket);
        }
    }

    private boolean drops(int bytes) {
        if (whole.get() < dropAfterBodies || bytes < dropAfterBytes) {
            return false;
        }
        dropAfterBodies = Integer.MAX_VALUE;
        return true;
    }

    /** The streams of one connection. */
    private final class Connection {

        private final SSLSocket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private final Map<Integer, ByteArrayOutputStream> bodies = new HashMap<>();

        Connection(SSLSocket socket) throws IOException {
            this.socket = socket;
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            in.readFully(new byte[PREFACE]);
            send(SETTINGS, 0, 0, new byte[0]);
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = new byte[length];
                in.readFully(payload);
                take(type, flags, stream, payload);
            }
        }

        private void take(int type, int flags, int stream, byte[] payload) throws IOException {
            switch (type) {
                case HEADERS -> bodies.put(stream, new ByteArrayOutputStream());
                case DATA -> take(stream, payload, (flags & END_STREAM) != 0);
                case RESET -> {
                    if (bodies.remove(stream) != null) {
                        brokenOff.incrementAndGet();
                    }
                }
                case SETTINGS, PING -> {
                    if ((flags & ACKNOWLEDGED) == 0) {
                        send(type, ACKNOWLEDGED, 0, type == PING ? payload : new byte[0]);
                    }
                }
                default -> {
                    // of no concern to who takes one body after the other
                }
            }
        }

        private void take(int stream, byte[] payload, boolean end) throws IOException {
            ByteArrayOutputStream body = bodies.get(stream);
            if (body == null) {
                return; // reset meanwhile
            }
            body.writeBytes(payload);
            if (payload.length > 0) {
                send(WINDOW_UPDATE, 0, 0, number(payload.length));
            }
            if (end) {
                whole.incrementAndGet();
                bodies.remove(stream);
                answer(stream, answers.apply(body.toByteArray()));
            } else if (drops(body.size())) {
                socket.close();
            } else if (payload.length > 0) {
                send(WINDOW_UPDATE, 0, stream, number(payload.length));
            }
        }

        private void answer(int stream, Reply reply) throws IOException {
            ByteArrayOutputStream headers = new ByteArrayOutputStream();
            headers.write(0x08); // :status, as a literal (RFC 7541 6.2.2)
            text(headers, String.valueOf(reply.status()));
            headers.writeBytes(new byte[]{0x0f, 0x10}); // content-type
            text(headers, reply.type());
            send(HEADERS, END_HEADERS, stream, headers.toByteArray());
            send(DATA, END_STREAM, stream, reply.body().getBytes(StandardCharsets.UTF_8));
        }

        private static void text(ByteArrayOutputStream headers, String value) {
            headers.write(value.length());
            headers.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        }

        private static byte[] number(int value) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
        }

        private void send(int type, int flags, int stream, byte[] payload) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
            frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
            frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
            out.write(frame.array());
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SSLSocket socket : open) {
            socket.close();
        }
    }
}
