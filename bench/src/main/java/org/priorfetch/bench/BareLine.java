package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.priorfetch.engine.demo.SlowLine;

/** A line with a socket at either end, and nothing else. */
final class BareLine {

    private static final int PATIENCE_MILLIS = 240_000;

    /** What the far end does. */
    interface Far {
        void serve(Socket client) throws IOException;
    }

    /** What the near end measures. */
    interface Near {
        double seconds(Socket server) throws IOException;
    }

    private BareLine() {}

    static double seconds(Lab.Net net, Far far, Near near) {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = net.to(listener.getLocalPort());
                ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor()) {
            listener.setSoTimeout(PATIENCE_MILLIS);
            Future<?> served = serving.submit(() -> {
                serve(listener, far);
                return null;
            });
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), line.port())) {
                server.setSoTimeout(PATIENCE_MILLIS);
                server.setTcpNoDelay(true);
                return near.seconds(server);
            } finally {
                served.cancel(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void serve(ServerSocket listener, Far far) throws IOException {
        try (Socket client = listener.accept()) {
            client.setTcpNoDelay(true);
            far.serve(client);
        }
    }
}
