package org.priorfetch.engine.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line to a server on loopback that is as long and as narrow as one to another town: whoever connects to its port talks
 * to the server, and every byte is under way for a while. It ends TCP on both sides, so there is no slow start, and neither
 * Nagle's algorithm nor delayed acknowledgements reach across it.
 */
public final class SlowLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlowLine.class);
    private static final int BACKLOG = 100;

    /** What has been carried has arrived: in a large buffer of ours it would be lost with a reset, as on no real line. */
    private static final int BEHIND_THE_LINE = 128 * 1024;

    private final ServerSocket listener;
    private final int target;
    private final SlowDirection there;
    private final SlowDirection back;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<Socket, AtomicLong> movedLast = new ConcurrentHashMap<>();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicLong resetAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong standsStillAt = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch over = new CountDownLatch(1);

    private SlowLine(int target, Duration oneWay, @Nullable Long bitsPerSecond) throws IOException {
        this.target = target;
        there = new SlowDirection(oneWay, bitsPerSecond, _ -> standStillWhenReached());
        back = new SlowDirection(oneWay, bitsPerSecond, this::cameBack);
        listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    }

    /**
     * Opens one on a free port.
     *
     * @param target port of the server
     * @param oneWay how long a byte is under way; half a round trip
     * @param bitsPerSecond in each direction, for all connections together; null for as fast as loopback is
     */
    public static SlowLine to(int target, Duration oneWay, @Nullable Long bitsPerSecond) throws IOException {
        SlowLine line = new SlowLine(target, oneWay, bitsPerSecond);
        Thread.ofVirtual().name("slow-line").start(line::accept);
        return line;
    }

    /** Where to connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Bytes that came back from the server until now. */
    public long carriedBack() {
        return back.carried();
    }

    /** Bytes that went to the server until now. */
    public long carriedThere() {
        return there.carried();
    }

    /** The most connections that were open at a time. */
    public int mostOpen() {
        return mostOpen.get();
    }

    /** How many connections are open over which nothing has moved for so long, in either direction. */
    public int quietFor(Duration span) {
        long since = System.nanoTime() - span.toNanos();
        return (int) movedLast.values().stream().filter(moved -> moved.get() - since < 0).count();
    }

    /** Resets every connection, once, when so many more bytes have come back from the server. */
    public void resetAfter(long bytes) {
        resetAt.set(carriedBack() + bytes);
    }

    /**
     * Carries nothing any more, either way, when so many more bytes have been carried both ways together, as if the server had
     * stopped: connections stay open, and further ones are taken.
     */
    public void standStillAfter(long bytes) {
        standsStillAt.set(carried() + bytes);
    }

    private long carried() {
        return carriedThere() + carriedBack();
    }

    private boolean isStandingStill() {
        return carried() >= standsStillAt.get();
    }

    private void standStillWhenReached() {
        if (isStandingStill()) {
            try {
                over.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void cameBack(long bytes) {
        resetWhenReached(bytes);
        standStillWhenReached();
    }

    private void resetWhenReached(long carriedBack) {
        long limit = resetAt.get();
        if (carriedBack >= limit && resetAt.compareAndSet(limit, Long.MAX_VALUE)) {
            reset();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException failure) {
                LOG.debug("A connection did not come about: {}", failure.getMessage());
            }
        }
    }

    private void serve(Socket client) throws IOException {
        if (isStandingStill()) {
            sockets.add(client);
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.removeIf(Socket::isClosed);
        sockets.add(client);
        sockets.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        client.setSendBufferSize(BEHIND_THE_LINE);
        server.setSendBufferSize(BEHIND_THE_LINE);
        if (listener.isClosed()) {
            reset();
            return;
        }
        AtomicLong moved = new AtomicLong(System.nanoTime());
        movedLast.put(client, moved);
        mostOpen.accumulateAndGet(movedLast.size(), Math::max);
        AtomicInteger ends = new AtomicInteger();
        Runnable ended = () -> {
            if (ends.incrementAndGet() == 2) {
                movedLast.remove(client);
                SlowDirection.closeQuietly(client);
                SlowDirection.closeQuietly(server);
            }
        };
        there.carry(client, server, moved, ended);
        back.carry(server, client, moved, ended);
    }

    private void reset() {
        for (Socket socket : List.copyOf(sockets)) { // not those of who connects anew meanwhile
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException closedAlready) {
                LOG.debug("Nothing is left to be reset: {}", closedAlready.getMessage());
            }
            SlowDirection.closeQuietly(socket);
        }
    }

    @Override
    public void close() {
        over.countDown();
        SlowDirection.closeQuietly(listener);
        reset();
    }
}
