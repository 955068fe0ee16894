package org.priorfetch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.priorfetch.engine.demo.SlowLine;

/** How long so many bytes take over a line when nothing but bytes is sent. */
final class RawLink {

    private static final int PATIENCE_MILLIS = 240_000;
    private static final int BUFFER = 256 * 1024;

    private RawLink() {}

    static double seconds(Lab.Net net, long bytes) {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = net.to(server.getLocalPort());
                ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setSoTimeout(PATIENCE_MILLIS);
            Future<?> sent = sender.submit(() -> {
                send(server, bytes);
                return null;
            });
            long begun = System.nanoTime();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), line.port())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                if (drain(socket.getInputStream()) != bytes) {
                    throw new IllegalStateException("bytes were lost");
                }
            } finally {
                sent.cancel(true);
            }
            return (System.nanoTime() - begun) / 1e9;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void send(ServerSocket server, long bytes) throws IOException {
        try (Socket client = server.accept()) {
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (long left = bytes; left > 0; left -= buffer.length) {
                out.write(buffer, 0, (int) Math.min(left, buffer.length));
            }
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
