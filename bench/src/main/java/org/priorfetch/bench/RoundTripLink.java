package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

import org.priorfetch.engine.demo.SlowLine;

/** How long a byte takes over a line and back: what was asked for, and what this machine needs to wake whoever waits. */
final class RoundTripLink {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int TIMES = 51;

    private RoundTripLink() {}

    /** The median. */
    static double seconds(Lab.Net net) {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = net.to(server.getLocalPort());
                ExecutorService echo = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setSoTimeout(PATIENCE_MILLIS);
            Future<Long> echoed = echo.submit(() -> echo(server));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), line.port())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.setTcpNoDelay(true);
                double[] all = DoubleStream.generate(() -> once(socket)).limit(TIMES).sorted().toArray();
                return all[TIMES / 2];
            } finally {
                echoed.cancel(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double once(Socket socket) {
        try {
            long begun = System.nanoTime();
            socket.getOutputStream().write(1);
            if (socket.getInputStream().read() != 1) {
                throw new IllegalStateException("the line broke");
            }
            return (System.nanoTime() - begun) / 1e9;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long echo(ServerSocket server) throws IOException {
        try (Socket client = server.accept()) {
            client.setTcpNoDelay(true);
            return client.getInputStream().transferTo(client.getOutputStream());
        }
    }
}
