package org.priorfetch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How long so many bytes take over a line when nothing but bytes is sent. */
final class RawLink {

    private static final int BUFFER = 256 * 1024;

    private RawLink() {}

    static double seconds(Lab.Net net, long bytes) {
        return BareLine.seconds(net, client -> send(client.getOutputStream(), bytes), server -> {
            long begun = System.nanoTime();
            if (drain(server.getInputStream()) != bytes) {
                throw new IOException("bytes were lost");
            }
            return (System.nanoTime() - begun) / 1e9;
        });
    }

    private static void send(OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = bytes; left > 0; left -= buffer.length) {
            out.write(buffer, 0, (int) Math.min(left, buffer.length));
        }
    }

    private static long drain(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            all += count;
        }
        return all;
    }
}
