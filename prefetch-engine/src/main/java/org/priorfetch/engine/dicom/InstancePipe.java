package org.priorfetch.engine.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.SingleByte;

/**
 * Hands a data set from the thread that reads the line to the one that passes it on. Holds little, so that whoever passes on
 * slowly is felt on the line. For one thread on either side; neither waits longer than the other works.
 */
final class InstancePipe extends InputStream {

    private static final int CAPACITY = 128 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private int head;
    private int held;
    private boolean ended;
    private boolean unwanted;
    private @Nullable IOException failure;

    /** Passes all of it on, or as much as is wanted; who reads learns how it ended. */
    void fill(InputStream from) throws IOException {
        @Nullable
        IOException end = new EOFException("the data set broke off");
        int at = 0;
        try {
            for (int room = awaitRoom(at); room > 0; room = awaitRoom(at)) {
                int count = from.read(ring, at, room);
                if (count < 0) {
                    end = null;
                    return;
                }
                at = (at + count) % CAPACITY;
                put(count);
            }
        } catch (IOException broken) {
            end = broken;
            throw broken;
        } finally {
            end(end);
        }
    }

    /** How much fits before the ring turns; 0 when nobody wants it any more. */
    private int awaitRoom(int at) throws IOException {
        lock.lock();
        try {
            while (held == CAPACITY && !unwanted) {
                moved.await();
            }
            return unwanted ? 0 : Math.min(CAPACITY - held, CAPACITY - at);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        } finally {
            lock.unlock();
        }
    }

    private void put(int count) {
        lock.lock();
        try {
            held += count;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable IOException how) {
        lock.lock();
        try {
            ended = true;
            failure = how;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        int there = awaitBytes();
        if (there == 0) {
            return -1;
        }
        int count = Math.min(len, Math.min(there, CAPACITY - head));
        System.arraycopy(ring, head, b, off, count);
        take(count);
        return count;
    }

    private int awaitBytes() throws IOException {
        lock.lock();
        try {
            while (held == 0 && !ended) {
                moved.await();
            }
            if (held == 0 && failure != null) {
                throw new IOException("the data set broke off", failure);
            }
            return held;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        } finally {
            lock.unlock();
        }
    }

    private void take(int count) {
        lock.lock();
        try {
            head = (head + count) % CAPACITY;
            held -= count;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return (IOException) new InterruptedIOException("interrupted in mid-instance").initCause(cause);
    }

    /** No more of it is wanted. */
    @Override
    public void close() {
        lock.lock();
        try {
            unwanted = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
