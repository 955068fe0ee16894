package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.net.ServerSocketFactory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for senders of messages; each has a thread of its own, and no more than a limited number come in. */
final class MllpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MllpServer.class);
    private static final int BACKLOG = 50;

    private final ServerSocket listening;
    private final MllpLimits limits;
    private final LargeMessages large = new LargeMessages();
    private final Predicate<InetAddress> admitted;
    private final Supplier<MllpConnection.Handler> handlers;
    private final Set<MllpConnection> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("hl7-answers").factory());

    /**
     * @param admitted who may connect
     * @param handlers one for each connection
     * @throws IOException when the port is taken, or the address is not ours
     */
    MllpServer(ServerSocketFactory sockets, InetSocketAddress address, MllpLimits limits,
            Predicate<InetAddress> admitted, Supplier<MllpConnection.Handler> handlers) throws IOException {
        this.limits = limits;
        this.admitted = admitted;
        this.handlers = handlers;
        this.listening = sockets.createServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(address, BACKLOG);
        } catch (IOException taken) {
            listening.close();
            timer.shutdownNow();
            throw taken;
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Lets senders in until closed. */
    void run() {
        while (!listening.isClosed()) {
            try {
                admit(listening.accept());
            } catch (IOException failure) {
                if (!listening.isClosed()) {
                    LOG.warn("A sender of HL7 messages could not be let in", failure);
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        if (open.size() >= limits.connections()) {
            LOG.warn("A sender of HL7 messages at {} was turned away: {} are connected already.",
                    socket.getInetAddress().getHostAddress(), limits.connections());
            socket.close();
            return;
        }
        MllpConnection connection = new MllpConnection(socket, limits, large, timer);
        open.add(connection);
        if (listening.isClosed()) {
            connection.close();
        }
        Thread.ofVirtual().name("hl7-sender").start(() -> serve(socket, connection));
    }

    private void serve(Socket socket, MllpConnection connection) {
        try (connection) {
            socket.setKeepAlive(true);
            socket.setTcpNoDelay(true);
            if (admitted.test(socket.getInetAddress())) {
                connection.run(handlers.get());
            } else {
                LOG.warn("A sender of HL7 messages at {} was turned away: it is not among the senders in site.yaml.",
                        socket.getInetAddress().getHostAddress());
            }
        } catch (IOException gone) {
            LOG.debug("A sender of HL7 messages has gone", gone);
        } finally {
            open.remove(connection);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failure) {
            LOG.debug("A port did not close cleanly", failure);
        }
        open.forEach(MllpConnection::close);
        timer.shutdownNow();
    }
}
