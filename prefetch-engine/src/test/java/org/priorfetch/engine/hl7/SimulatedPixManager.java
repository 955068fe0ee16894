package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import javax.net.ServerSocketFactory;

/** A cross-reference manager, written without a line of the product: takes one message a connection and answers it. */
final class SimulatedPixManager implements AutoCloseable {

    private final ServerSocket listening;
    private final UnaryOperator<String> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param answers to a query; an empty one closes the line, null leaves it open and says nothing */
    SimulatedPixManager(ServerSocketFactory sockets, UnaryOperator<String> answers) throws IOException {
        this.answers = answers;
        listening = sockets.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try {
            String query = frame(socket.getInputStream());
            asked.add(query);
            String answer = answers.apply(query);
            if (answer == null) {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else if (!answer.isEmpty()) {
                socket.getOutputStream().write(("\u000b" + answer + "\u001c\r").getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            socket.close();
        } catch (IOException gone) {
            // whoever asked waits no longer
        }
    }

    private static String frame(InputStream in) throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (int read = in.read(); read != 0x1C; read = in.read()) {
            if (read < 0) {
                throw new IOException("cut");
            }
            if (read != 0x0B) {
                bytes.append((char) read);
            }
        }
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** MSH-10 of a query. */
    static String controlId(String query) {
        return query.split("\r", -1)[0].split("\\|", -1)[9];
    }

    /** An answer to the query; the control ID stands where {@code {id}} is written. */
    static UnaryOperator<String> saying(String... segments) {
        return query -> "MSH|^~\\&|PIX|HOSP|PRIORFETCH||20260101120000||RSP^K23^RSP_K23|R1|P|2.5\r"
                + String.join("\r", segments).replace("{id}", controlId(query)) + "\r";
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
