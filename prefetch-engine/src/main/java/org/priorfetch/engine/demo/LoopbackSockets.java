package org.priorfetch.engine.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aoju.bus.image.metric.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets of one server: what it accepts and what it opens itself. All are closed with it. */
final class LoopbackSockets implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackSockets.class);
    private static final int BACKLOG = 100;
    private static final int CONNECT_MILLIS = 10_000;

    private final Traffic traffic;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** Takes the port, or a free one for 0. */
    LoopbackSockets(int port, Traffic traffic) throws IOException {
        this.traffic = traffic;
        listener = new WatchedListener();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean isClosed() {
        return listener.isClosed();
    }

    Socket accept() throws IOException {
        return kept((WatchedSocket) listener.accept());
    }

    /** The toolkit's way to open connections, with sockets of ours. */
    Connection dialer() {
        return new Dialer();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        sockets.forEach(LoopbackSockets::closeQuietly);
    }

    private WatchedSocket kept(WatchedSocket socket) throws IOException {
        sockets.removeIf(Socket::isClosed);
        sockets.add(socket);
        if (listener.isClosed()) {
            socket.close();
            throw new SocketException("the server is closing");
        }
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            LOG.debug("Closing failed: {}", e.getMessage());
        }
    }

    private final class WatchedListener extends ServerSocket {

        WatchedListener() throws IOException {
            super();
        }

        @Override
        public Socket accept() throws IOException {
            WatchedSocket socket = new WatchedSocket(traffic);
            implAccept(socket);
            return socket;
        }
    }

    private final class Dialer extends Connection {

        private static final long serialVersionUID = 1;

        @Override
        public Socket connect(Connection remote) throws IOException {
            WatchedSocket socket = kept(new WatchedSocket(traffic));
            try {
                socket.connect(remote.getEndPoint(), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }
    }
}
