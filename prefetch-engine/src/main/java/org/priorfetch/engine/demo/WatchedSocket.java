package org.priorfetch.engine.demo;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.aoju.bus.image.Builder;

/** A socket that counts what passes, drops the line to order, and knows when the association on it has ended. */
final class WatchedSocket extends Socket {

    private static final long WHOLE = Long.MAX_VALUE;
    private static final int HEADER_ONLY_PDU = 10;

    private final Traffic traffic;
    private final AtomicBoolean counted = new AtomicBoolean();
    private final AtomicInteger instances = new AtomicInteger();
    private volatile long bytesUntilDrop = WHOLE;

    WatchedSocket(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Counts the association on this socket in, unless there are as many as allowed. */
    boolean enter(int limit) {
        boolean entered = traffic.enter(limit);
        counted.set(entered);
        return entered;
    }

    /** Closes the connection after so many more bytes were sent. */
    void dropAfter(long bytes) {
        bytesUntilDrop = bytes;
    }

    int instances() {
        return instances.get();
    }

    void countInstance() {
        instances.incrementAndGet();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new CountingInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new WatchingOutput(super.getOutputStream());
    }

    @Override
    public synchronized void close() throws IOException {
        leave();
        super.close();
    }

    private void leave() {
        if (counted.compareAndSet(true, false)) {
            traffic.leave();
        }
    }

    private final class CountingInput extends FilterInputStream {

        CountingInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            traffic.countReceived(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            traffic.countReceived(Math.max(count, 0));
            return count;
        }
    }

    private final class WatchingOutput extends FilterOutputStream {

        WatchingOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            // counted out before the peer can know it, so that one that reconnects at once is not counted twice
            if (length == HEADER_ONLY_PDU && endsAssociation(buffer[offset])) {
                leave();
            }
            int allowed = (int) Math.min(length, bytesUntilDrop);
            out.write(buffer, offset, allowed);
            traffic.countSentBytes(allowed);
            if (bytesUntilDrop != WHOLE) {
                dropAfter(bytesUntilDrop - allowed);
            }
            if (allowed < length) {
                close();
                throw new IOException("the line was dropped to order");
            }
        }

        private boolean endsAssociation(byte pduType) {
            return pduType == Builder.A_RELEASE_RP || pduType == Builder.A_ABORT;
        }

        @Override
        public void close() throws IOException {
            WatchedSocket.this.close();
        }
    }
}
