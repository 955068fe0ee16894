package org.priorfetch.engine.channel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the server, each question over a connection of its own. */
final class Client {

    private static final int CONNECTED_WITHIN_MILLIS = 2_000;

    private final Address address;

    Client(Address address) {
        this.address = address;
    }

    boolean asksAt(Address other) {
        return address.equals(other);
    }

    /**
     * Sends the question and waits for the answer.
     *
     * @throws IOException when there is no server, it does not know the secret, or it does not answer in time
     */
    Answer ask(Question question, Duration patience) throws IOException {
        try (Call call = call(question, patience)) {
            return call.next();
        }
    }

    /**
     * Sends the question, and leaves the line open for its answers.
     *
     * @param patience for each answer
     * @throws IOException when there is no server, or it does not know the secret
     */
    Call call(Question question, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()),
                    CONNECTED_WITHIN_MILLIS);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            introduce(in, socket.getOutputStream());
            Line.write(socket.getOutputStream(), Json.MAPPER.writeValueAsBytes(question));
            return new Call(socket, in);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private void introduce(InputStream in, OutputStream out) throws IOException {
        Secret secret = address.secret();
        String nonce = Secret.nonce();
        Line.write(out, nonce.getBytes(StandardCharsets.US_ASCII));
        String reply = new String(Line.read(in, 2 * Secret.LENGTH), StandardCharsets.US_ASCII);
        if (reply.length() != 2 * Secret.LENGTH || !secret.isProof(reply.substring(0, Secret.LENGTH), nonce)) {
            throw new IOException("whoever listens on port " + address.port() + " is not the engine");
        }
        Line.write(out, secret.proof(reply.substring(Secret.LENGTH)).getBytes(StandardCharsets.US_ASCII));
    }
}
