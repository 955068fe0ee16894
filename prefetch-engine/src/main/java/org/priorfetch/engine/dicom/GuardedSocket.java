package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * A socket that notes since when a read or write has been blocked, so that a watcher can end it, that counts its bytes, and
 * that keeps Nagle's algorithm and delayed acknowledgements from stalling small messages. The sizes of its buffers are left
 * to the system, which fits them to the line as long as nobody sets them.
 */
final class GuardedSocket extends Socket {

    private final AtomicLong received = new AtomicLong();
    private final AtomicLong keptBack = new AtomicLong();
    private final StallWatch stalls = new StallWatch();
    private volatile RateLimit limit;
    private volatile long receiveCap = Long.MAX_VALUE;
    private volatile boolean stalled;
    private volatile Acknowledgements acknowledgements = Acknowledgements.LEFT_TO_THE_SYSTEM;
    private volatile @Nullable SSLSocket secured;
    private volatile Waits waits = Waits.NONE;
    private volatile @Nullable SocketGuard guard;
    private volatile long connectedAt;
    private @Nullable InputStream input;

    GuardedSocket(RateLimit limit) {
        this.limit = limit;
    }

    /** To be called once the socket is connected. */
    void prepare() throws IOException {
        setOption(StandardSocketOptions.TCP_NODELAY, true);
        acknowledgements = Acknowledgements.of(supportedOptions());
        connectedAt = System.nanoTime();
    }

    /** From now on all that is read and written passes through this, which lies above us. */
    void securedBy(SSLSocket above) {
        secured = above;
        connectedAt = System.nanoTime();
    }

    boolean isSecured() {
        return secured != null;
    }

    /** What was agreed on with the peer; null without TLS. */
    @Nullable
    SSLSession session() {
        SSLSocket above = secured;
        return above == null ? null : above.getSession();
    }

    /** From now on it is told what is waited for here. */
    void reportTo(Waits listener) {
        waits = listener;
    }

    /** Who is told what is waited for here. */
    Waits waits() {
        return waits;
    }

    /** Nanoseconds since the line to the peer, with TLS where there is any, stood. */
    long sinceConnected() {
        return System.nanoTime() - connectedAt;
    }

    /** From now on the bytes count against this budget. */
    void spendFrom(RateLimit budget) {
        limit = budget;
    }

    /** How many of the bytes the budget bears at once. */
    int piece(int wanted) {
        return limit.piece(wanted);
    }

    /** Waits until the budget has so many bytes; returns for how long. */
    long spend(int bytes) {
        long nanos = limit.spend(bytes);
        waits.forBudget(nanos);
        return nanos;
    }

    /** For how long, all in all, the budget has kept back what came. */
    long keptBackNanos() {
        return keptBack.get();
    }

    /** From now on a read may be blocked so long without a byte. */
    void expectData(long nanos) {
        stalls.limitRead(nanos);
        mayStallWithin(nanos);
    }

    /** From now on nothing needs to arrive. */
    void expectNothing() {
        stalls.limitRead(Long.MAX_VALUE);
    }

    /** From now on enough must come, until the end of the instance. */
    void instanceBegins() {
        stalls.instanceBegins();
    }

    void instanceEnds() {
        stalls.instanceEnds();
    }

    void limitWriteStall(long nanos) {
        stalls.limitWrite(nanos);
    }

    /** From now on the peer may send so many bytes more. */
    void allow(long bytes) {
        receiveCap = bytes == Long.MAX_VALUE ? Long.MAX_VALUE : received.get() + bytes;
    }

    /** So many bytes have come. */
    void account(int count) throws SocketException {
        if (received.addAndGet(count) > receiveCap) {
            throw new SocketException("the peer sends more than is allowed here");
        }
        keptBack.addAndGet(spend(count));
    }

    /** Whether this socket was closed because the peer did not move. */
    boolean isStalled() {
        return stalled;
    }

    /** Bytes received so far. */
    long received() {
        return received.get();
    }

    /** Closes the socket when a read or write has been blocked for too long. */
    void closeIfStalled(long now) {
        if (stalls.isExceeded(now)) {
            stalled = true;
            closeQuietly();
        }
    }

    /** How long the peer may still take, at the least; without end while nothing is expected of it. */
    long nanosUntilStall(long now) {
        return isClosed() ? SocketGuard.NEVER : stalls.nanosLeft(now);
    }

    /** From now on this one is told when something is expected of the peer. */
    void guardedBy(SocketGuard watcher) {
        guard = watcher;
    }

    /** From now on the peer may stall so soon. */
    void mayStallWithin(long nanos) {
        SocketGuard watcher = guard;
        if (watcher != null && nanos != Long.MAX_VALUE) {
            watcher.lookWithin(nanos);
        }
    }

    /** Says nothing to the peer, so that it never waits. */
    void closeQuietly() {
        try {
            super.close();
        } catch (IOException alreadyGone) {
            // nothing is left to be closed
        }
    }

    /** The connection was ended here because nothing came any more. */
    static final class StalledException extends IOException {

        private static final long serialVersionUID = 1L;

        StalledException(IOException cause) {
            super("nothing came for too long", cause);
        }
    }

    void acknowledgeQuickly() {
        try {
            acknowledgements.hurry(this);
        } catch (IOException closedMeanwhile) {
            acknowledgements = Acknowledgements.LEFT_TO_THE_SYSTEM;
        }
    }

    /** Tells the peer that the end was meant, where TLS lies above. */
    @Override
    public void close() throws IOException {
        SSLSocket above = secured;
        secured = null;
        if (above == null) {
            super.close();
        } else {
            above.close();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        SSLSocket above = secured;
        return above == null ? guardedInput() : new TimedInput(above.getInputStream(), this);
    }

    /** Always the same one, since it may have read ahead. */
    private synchronized InputStream guardedInput() throws IOException {
        InputStream guarded = input;
        if (guarded == null) {
            guarded = new GuardedInput(super.getInputStream(), this, stalls);
            input = guarded;
        }
        return guarded;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        SSLSocket above = secured;
        return above == null ? new GuardedOutput(super.getOutputStream(), this, stalls) : above.getOutputStream();
    }
}
