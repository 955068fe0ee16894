package org.priorfetch.engine.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.SocketFactory;

/** A sender of messages, written without a line of the product. */
final class MllpClient implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final Socket socket;

    MllpClient(int port) throws IOException {
        this(port, SocketFactory.getDefault());
    }

    MllpClient(int port, SocketFactory sockets) throws IOException {
        socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
    }

    static byte[] frame(String message) {
        return ("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next answer; its text without the frame. */
    String receive() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int read = in.read();
        if (read != 0x0B) {
            throw new IOException("no frame but " + read);
        }
        while ((read = in.read()) != 0x1C) {
            if (read < 0) {
                throw new IOException("the line was cut");
            }
            content.write(read);
        }
        if (in.read() != '\r') {
            throw new IOException("the frame does not end as it should");
        }
        return content.toString(StandardCharsets.ISO_8859_1);
    }

    String exchange(String message) throws IOException {
        send(frame(message));
        return receive();
    }

    /** Whether the other side closes the line without another word. */
    boolean isCut() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return !(reset instanceof java.net.SocketTimeoutException);
        }
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
