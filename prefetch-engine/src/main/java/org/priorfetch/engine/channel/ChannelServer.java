package org.priorfetch.engine.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.priorfetch.engine.api.PrefetchEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets other processes of the same user use an engine. Listens on an ephemeral port of the loopback interface and says in
 * {@code engine.json} where, and with which secret. One connection carries one question and one answer.
 */
public final class ChannelServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelServer.class);
    private static final int MOST_CONNECTIONS = 32;

    private final PrefetchEngine engine;
    private final ServerSocket listener;
    private final AddressFile file;
    private final Address address;
    private final Deadlines deadlines;
    private final Duration patience;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private ChannelServer(PrefetchEngine engine, Path home, Duration patience) throws IOException {
        this.engine = engine;
        this.patience = patience;
        this.file = new AddressFile(home);
        this.listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST_CONNECTIONS);
        this.address = new Address(listener.getLocalPort(), Secret.random().token(), ProcessHandle.current().pid());
        this.deadlines = new Deadlines();
    }

    /**
     * Begins to serve the engine to whoever can read the home folder as its owner.
     *
     * @throws IOException when no port can be had or {@code engine.json} cannot be written
     */
    public static ChannelServer open(PrefetchEngine engine, Path home) throws IOException {
        return open(engine, home, Duration.ofSeconds(5));
    }

    /** @param patience how long a client may take to ask */
    static ChannelServer open(PrefetchEngine engine, Path home, Duration patience) throws IOException {
        ChannelServer server = new ChannelServer(engine, home, patience);
        try {
            server.file.write(server.address);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        Thread.ofVirtual().name("channel").start(server::accept);
        return server;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                take(listener.accept());
            } catch (IOException e) {
                LOG.debug("No connection was accepted.", e);
            }
        }
    }

    private void take(Socket socket) {
        if (!places.tryAcquire()) {
            closeQuietly(socket);
            return;
        }
        open.add(socket);
        if (listener.isClosed()) {
            closeQuietly(socket);
        }
        Thread.ofVirtual().name("channel-client").start(() -> serve(socket));
    }

    private void serve(Socket socket) {
        try (socket) {
            new Conversation(engine, address.secret(), deadlines, patience).hold(socket);
        } catch (IOException | RejectedExecutionException e) {
            LOG.debug("A client went away, or the server is closing.", e);
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    /** Stops listening and removes {@code engine.json}. Does not close the engine. */
    @Override
    public void close() {
        try {
            file.remove(address);
            listener.close();
        } catch (IOException e) {
            LOG.warn("The engine's address could not be removed from the home folder: {}", e.getMessage());
        }
        open.forEach(ChannelServer::closeQuietly);
        deadlines.close();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close.", e);
        }
    }
}
