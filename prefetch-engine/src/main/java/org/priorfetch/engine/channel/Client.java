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

/** Asks the server one question over a connection of its own. */
final class Client {

    private static final int LONGEST_ANSWER = 128 * 1024 * 1024;
    private static final int CONNECTED_WITHIN_MILLIS = 2_000;

    private final Address address;

    Client(Address address) {
        this.address = address;
    }

    /**
     * Sends the question and waits for the answer.
     *
     * @throws IOException when there is no server, it does not know the secret, or it does not answer in time
     */
    Answer ask(Question question, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()),
                    CONNECTED_WITHIN_MILLIS);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            introduce(in, socket.getOutputStream());
            Line.write(socket.getOutputStream(), Json.MAPPER.writeValueAsBytes(question));
            return Json.MAPPER.readValue(Line.read(in, LONGEST_ANSWER), Answer.class);
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
