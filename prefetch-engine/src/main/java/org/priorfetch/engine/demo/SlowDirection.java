package org.priorfetch.engine.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One direction of a {@link SlowLine}: every byte is under way for a while, and all connections share the bandwidth. */
final class SlowDirection {

    private static final Logger LOG = LoggerFactory.getLogger(SlowDirection.class);
    private static final int SMALLEST_CHUNK = 1460;
    private static final int LARGEST_CHUNK = 64 * 1024;
    private static final long CHUNK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int CHUNKS_UNDER_WAY = 1024;

    /** So much waits for a narrow line at most, as in a router that is well set up; the rest stays with whoever sends it. */
    private static final long LONGEST_QUEUE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** So much later than asked for the system wakes a thread, which would else make every round trip longer. */
    private static final long WOKEN_LATE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    /** What follows a chunk within so long is part of a stream, whose every chunk would cost processor time to be punctual. */
    private static final long CLOSE_BEHIND_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** By their size, for lines that are opened later, too: else their garbage would weigh on whoever is measured beside them. */
    private static final Map<Integer, Queue<byte[]>> SPARE = new ConcurrentHashMap<>();

    private static final SocketOption<Boolean> QUICK_ACK = ExtendedSocketOptions.TCP_QUICKACK;
    private static final boolean CAN_ACKNOWLEDGE_AT_ONCE = canAcknowledgeAtOnce();

    /**
     * Bytes under way; none for the end.
     *
     * @param bytes whose array is used again when they have arrived
     * @param arrives at which {@link System#nanoTime}
     */
    private record Chunk(ByteBuffer bytes, long arrives) {

        boolean isEnd() {
            return !bytes.hasRemaining();
        }
    }

    private final long delayNanos;
    private final double nanosPerByte;
    private final int chunk;
    private final Queue<byte[]> spare;
    private final LongConsumer delivered;
    private final AtomicLong carried = new AtomicLong();
    private long freeAt = System.nanoTime();

    /**
     * @param oneWay how long a byte is under way
     * @param bitsPerSecond for all connections together; null for as fast as loopback is
     * @param delivered is told how many bytes were carried until now, whenever some were
     */
    SlowDirection(Duration oneWay, @Nullable Long bitsPerSecond, LongConsumer delivered) {
        this.delayNanos = oneWay.toNanos();
        this.nanosPerByte = bitsPerSecond == null ? 0 : 8.0 * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond;
        this.chunk = bitsPerSecond == null ? LARGEST_CHUNK
                : (int) Math.clamp(CHUNK_NANOS / nanosPerByte, SMALLEST_CHUNK, LARGEST_CHUNK);
        this.spare = SPARE.computeIfAbsent(chunk, _ -> new ConcurrentLinkedQueue<>());
        this.delivered = delivered;
    }

    /** How many bytes have arrived until now. */
    long carried() {
        return carried.get();
    }

    /** Carries until one end is gone, on threads of its own; a virtual one would be woken up to a millisecond late. */
    void carry(Socket from, Socket to, AtomicLong moved, Runnable ended) {
        BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS_UNDER_WAY);
        Thread.ofPlatform().daemon().name("slow-line").start(() -> take(from, moved, underWay));
        Thread.ofPlatform().daemon().name("slow-line").start(() -> {
            deliver(underWay, to);
            ended.run();
        });
    }

    private void take(Socket from, AtomicLong moved, BlockingQueue<Chunk> underWay) {
        try {
            byte[] buffer = buffer();
            for (int count = read(from, buffer); count >= 0; count = read(from, buffer)) {
                awaitRoom();
                moved.set(System.nanoTime());
                underWay.put(new Chunk(ByteBuffer.wrap(buffer, 0, count), arrival(count)));
                buffer = buffer();
            }
            underWay.put(new Chunk(ByteBuffer.allocate(0), arrival(0)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] buffer() {
        byte[] used = spare.poll();
        return used == null ? new byte[chunk] : used;
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

    /** What has been read is the next of its connection; the others have theirs. */
    private void awaitRoom() {
        for (long tooLong = queued() - LONGEST_QUEUE_NANOS; tooLong > 0
                && !Thread.currentThread().isInterrupted(); tooLong = queued() - LONGEST_QUEUE_NANOS) {
            LockSupport.parkNanos(tooLong);
        }
    }

    private synchronized long queued() {
        return freeAt - System.nanoTime();
    }

    private synchronized long arrival(int count) {
        freeAt = Math.max(freeAt, System.nanoTime()) + (long) (count * nanosPerByte);
        return freeAt + delayNanos;
    }

    private void deliver(BlockingQueue<Chunk> underWay, Socket to) {
        long last = System.nanoTime();
        try {
            for (Chunk next = underWay.take(); !next.isEnd(); next = underWay.take()) {
                awaitArrival(next, next.arrives() - last > CLOSE_BEHIND_NANOS);
                last = next.arrives();
                delivered.accept(arrive(next, to));
                spare.add(next.bytes().array());
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

    /** Counts before it hands on, so that whoever has received bytes finds them counted. */
    private long arrive(Chunk chunk, Socket to) throws IOException {
        int count = chunk.bytes().remaining();
        long carriedWithThese = carried.addAndGet(count);
        try {
            to.getOutputStream().write(chunk.bytes().array(), 0, count);
            return carriedWithThese;
        } catch (IOException lost) {
            carried.addAndGet(-count);
            throw lost;
        }
    }

    /** @param punctual whether a thread that is woken late is too late */
    private static void awaitArrival(Chunk chunk, boolean punctual) {
        long wokenLate = punctual ? WOKEN_LATE_NANOS : 0;
        for (long rest = chunk.arrives() - System.nanoTime(); rest > 0
                && !Thread.currentThread().isInterrupted(); rest = chunk.arrives() - System.nanoTime()) {
            if (rest > wokenLate) {
                LockSupport.parkNanos(rest - wokenLate);
            } else {
                Thread.onSpinWait();
            }
        }
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

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyGone) {
            LOG.debug("Closing failed: {}", alreadyGone.getMessage());
        }
    }
}
