package org.priorfetch.engine.channel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A question that was sent, over which the answers come. Closing it hangs up, also while another thread waits. */
final class Call implements Closeable {

    private static final int LONGEST_ANSWER = 128 * 1024 * 1024;

    private final Socket socket;
    private final InputStream in;

    Call(Socket socket, InputStream in) {
        this.socket = socket;
        this.in = in;
    }

    /**
     * Waits for the next answer.
     *
     * @throws IOException when the server has hung up, or does not answer in time
     */
    Answer next() throws IOException {
        return Json.MAPPER.readValue(Line.read(in, LONGEST_ANSWER), Answer.class);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
