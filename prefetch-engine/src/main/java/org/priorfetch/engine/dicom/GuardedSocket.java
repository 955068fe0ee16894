package org.priorfetch.engine.dicom;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A socket that notes since when a read or write has been blocked, so that a watcher can end it, that counts its bytes, and
 * that keeps Nagle's algorithm and delayed acknowledgements from stalling small messages.
 */
final class GuardedSocket extends Socket {

    private static final long NOT_BLOCKED = 0;

    /** So much, or what is missing of it, is asked for where a PDU begins; then all the rest of it at once. */
    private static final int PDU_START = 10;

    private volatile RateLimit limit;
    private final AtomicLong received = new AtomicLong();
    private volatile long readingSince = NOT_BLOCKED;
    private volatile long writingSince = NOT_BLOCKED;
    private volatile long readStallNanos = Long.MAX_VALUE;
    private volatile long writeStallNanos = Long.MAX_VALUE;
    private volatile long receiveCap = Long.MAX_VALUE;
    private volatile boolean stalled;
    private volatile boolean acknowledgesQuickly;
    private volatile @Nullable SSLSocket secured;
    private volatile Waits waits = Waits.NONE;
    private volatile @Nullable SocketGuard guard;
    private volatile long connectedAt;

    GuardedSocket(RateLimit limit) {
        this.limit = limit;
    }

    /** To be called once the socket is connected. */
    void prepare() throws IOException {
        setOption(StandardSocketOptions.TCP_NODELAY, true);
        acknowledgesQuickly = supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        connectedAt = now();
    }

    /** From now on all that is read and written passes through this, which lies above us. */
    void securedBy(SSLSocket above) {
        secured = above;
        connectedAt = now();
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
        return now() - connectedAt;
    }

    /** From now on the bytes count against this budget. */
    void spendFrom(RateLimit budget) {
        limit = budget;
    }

    /** From now on a read may be blocked so long without a byte. */
    void expectData(long nanos) {
        readStallNanos = nanos;
        mayStallWithin(nanos);
    }

    /** From now on nothing needs to arrive. */
    void expectNothing() {
        readStallNanos = Long.MAX_VALUE;
    }

    void limitWriteStall(long nanos) {
        writeStallNanos = nanos;
    }

    /** From now on the peer may send so many bytes more. */
    void allow(long bytes) {
        receiveCap = bytes == Long.MAX_VALUE ? Long.MAX_VALUE : received.get() + bytes;
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
        if (exceeds(readingSince, readStallNanos, now) || exceeds(writingSince, writeStallNanos, now)) {
            stalled = true;
            closeQuietly();
        }
    }

    /** How long the peer may still take, at the least; without end while nothing is expected of it. */
    long nanosUntilStall(long now) {
        return isClosed() ? SocketGuard.NEVER
                : Math.min(left(readingSince, readStallNanos, readStallNanos, now),
                        left(writingSince, writeStallNanos, SocketGuard.NEVER, now));
    }

    /** From now on this one is told when something is expected of the peer. */
    void guardedBy(SocketGuard watcher) {
        guard = watcher;
    }

    private void mayStallWithin(long nanos) {
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

    private static boolean exceeds(long since, long limitNanos, long now) {
        return since != NOT_BLOCKED && limitNanos != Long.MAX_VALUE && now - since > limitNanos;
    }

    private static long left(long since, long limitNanos, long whileNotBlocked, long now) {
        if (limitNanos == Long.MAX_VALUE) {
            return SocketGuard.NEVER;
        }
        return since == NOT_BLOCKED ? whileNotBlocked : Math.max(0, limitNanos - (now - since));
    }

    private static long now() {
        long now = System.nanoTime();
        return now == NOT_BLOCKED ? 1 : now;
    }

    private void acknowledgeQuickly() {
        if (acknowledgesQuickly) {
            try {
                setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            } catch (IOException closedMeanwhile) {
                acknowledgesQuickly = false;
            }
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
        return above == null ? guardedInput() : timed(above.getInputStream());
    }

    /** TLS asks for its own records below; what the reader waits for shows above. */
    private InputStream timed(InputStream decrypted) {
        return new FilterInputStream(decrypted) {

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                long begun = now();
                int count = in.read(b, off, len);
                waited(now() - begun, len);
                return count;
            }
        };
    }

    private void waited(long nanos, int wanted) {
        if (wanted <= PDU_START) {
            waits.forPdu(nanos);
        } else {
            waits.toRead(nanos);
        }
    }

    private InputStream guardedInput() throws IOException {
        return new FilterInputStream(super.getInputStream()) {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                acknowledgeQuickly();
                long begun = now();
                readingSince = begun;
                int count;
                try {
                    count = in.read(b, off, len);
                } catch (IOException failure) {
                    throw stalled ? new StalledException(failure) : failure;
                } finally {
                    readingSince = NOT_BLOCKED;
                }
                if (secured == null) {
                    waited(now() - begun, len);
                }
                if (count > 0) {
                    account(count);
                }
                return count;
            }
        };
    }

    private void account(int count) throws SocketException {
        if (received.addAndGet(count) > receiveCap) {
            throw new SocketException("the peer sends more than is allowed here");
        }
        waits.forBudget(limit.spend(count));
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        SSLSocket above = secured;
        return above == null ? guardedOutput() : above.getOutputStream();
    }

    private OutputStream guardedOutput() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {

            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                waits.forBudget(limit.spend(len));
                long begun = now();
                writingSince = begun;
                mayStallWithin(writeStallNanos);
                try {
                    out.write(b, off, len);
                } finally {
                    writingSince = NOT_BLOCKED;
                }
                waits.toWrite(now() - begun);
            }
        };
    }
}
