package org.priorfetch.engine.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import jdk.net.ExtendedSocketOptions;
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
    private static final int SMALLEST_CHUNK = 1460;
    private static final int LARGEST_CHUNK = 64 * 1024;
    private static final long CHUNK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int CHUNKS_UNDER_WAY = 1024;
    private static final SocketOption<Boolean> QUICK_ACK = ExtendedSocketOptions.TCP_QUICKACK;
    private static final boolean CAN_ACKNOWLEDGE_AT_ONCE = canAcknowledgeAtOnce();

    /**
     * Bytes under way; none for the end.
     *
     * @param arrives at which {@link System#nanoTime}
     */
    private record Chunk(ByteBuffer bytes, long arrives) {

        boolean isEnd() {
            return !bytes.hasRemaining();
        }
    }

    private final ServerSocket listener;
    private final int target;
    private final long delayNanos;
    private final double nanosPerByte;
    private final int chunk;
    private final Direction there = new Direction();
    private final Direction back = new Direction();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<Socket, AtomicLong> movedLast = new ConcurrentHashMap<>();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicLong resetAt = new AtomicLong(Long.MAX_VALUE);

    private SlowLine(int target, Duration oneWay, @Nullable Long bitsPerSecond) throws IOException {
        this.target = target;
        this.delayNanos = oneWay.toNanos();
        this.nanosPerByte = bitsPerSecond == null ? 0 : 8.0 * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond;
        this.chunk = bitsPerSecond == null ? LARGEST_CHUNK
                : (int) Math.clamp(CHUNK_NANOS / nanosPerByte, SMALLEST_CHUNK, LARGEST_CHUNK);
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
        return back.carried.get();
    }

    /** Bytes that went to the server until now. */
    public long carriedThere() {
        return there.carried.get();
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
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.removeIf(Socket::isClosed);
        sockets.add(client);
        sockets.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
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
                closeQuietly(client);
                closeQuietly(server);
            }
        };
        there.carry(client, server, moved, ended);
        back.carry(server, client, moved, ended);
    }

    /** Linux falls back to delayed acknowledgements by itself, so this is said before every read. */
    private static void acknowledgeAtOnce(Socket socket) throws IOException {
        if (CAN_ACKNOWLEDGE_AT_ONCE) {
            socket.setOption(QUICK_ACK, true);
        }
    }

    private static boolean canAcknowledgeAtOnce() {
        try (Socket socket = new Socket()) {
            return socket.supportedOptions().contains(QUICK_ACK);
        } catch (IOException unknown) {
            return false;
        }
    }

    private void reset() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException closedAlready) {
                LOG.debug("Nothing is left to be reset: {}", closedAlready.getMessage());
            }
            closeQuietly(socket);
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        reset();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyGone) {
            LOG.debug("Closing failed: {}", alreadyGone.getMessage());
        }
    }

    /** One of the two directions; its bandwidth is shared by all connections. */
    private final class Direction {

        private final AtomicLong carried = new AtomicLong();
        private long freeAt = System.nanoTime();

        void carry(Socket from, Socket to, AtomicLong moved, Runnable ended) {
            BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS_UNDER_WAY);
            Thread.ofVirtual().start(() -> take(from, moved, underWay));
            Thread.ofVirtual().start(() -> {
                deliver(underWay, to);
                ended.run();
            });
        }

        private void take(Socket from, AtomicLong moved, BlockingQueue<Chunk> underWay) {
            byte[] buffer = new byte[chunk];
            try {
                for (int count = read(from, buffer); count >= 0; count = read(from, buffer)) {
                    moved.set(System.nanoTime());
                    underWay.put(new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, count)), arrival(count)));
                }
                underWay.put(new Chunk(ByteBuffer.allocate(0), arrival(0)));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private int read(Socket from, byte[] buffer) {
            try {
                acknowledgeAtOnce(from);
                return from.getInputStream().read(buffer);
            } catch (IOException gone) {
                LOG.debug("An end of a slow line is gone: {}", gone.getMessage());
                return -1;
            }
        }

        private synchronized long arrival(int count) {
            freeAt = Math.max(freeAt, System.nanoTime()) + (long) (count * nanosPerByte);
            return freeAt + delayNanos;
        }

        private void deliver(BlockingQueue<Chunk> underWay, Socket to) {
            try {
                for (Chunk chunk = underWay.take(); !chunk.isEnd(); chunk = underWay.take()) {
                    awaitArrival(chunk);
                    to.getOutputStream().write(chunk.bytes().array());
                    count(chunk.bytes().remaining());
                }
                to.shutdownOutput();
            } catch (IOException gone) {
                LOG.debug("An end of a slow line is gone: {}", gone.getMessage());
                closeQuietly(to);
                underWay.clear();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private static void awaitArrival(Chunk chunk) {
            for (long rest = chunk.arrives() - System.nanoTime(); rest > 0
                    && !Thread.currentThread().isInterrupted(); rest = chunk.arrives() - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
        }

        private void count(int bytes) {
            long now = carried.addAndGet(bytes);
            long limit = resetAt.get();
            if (this == back && now >= limit && resetAt.compareAndSet(limit, Long.MAX_VALUE)) {
                reset();
            }
        }
    }
}
