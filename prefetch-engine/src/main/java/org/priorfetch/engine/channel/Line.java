package org.priorfetch.engine.channel;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Lines of bytes with a limit on their length. */
final class Line {

    private Line() {}

    /**
     * Reads up to the next line feed.
     *
     * @throws IOException when the line is longer than the limit, or ends before its line feed
     */
    static byte[] read(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the line broke off");
            }
            if (line.size() == limit) {
                throw new IOException("the line is longer than " + limit + " bytes");
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    static void write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
        out.flush();
    }
}
