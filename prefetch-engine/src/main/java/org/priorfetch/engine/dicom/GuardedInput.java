package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.io.InputStream;

import org.priorfetch.engine.port.SingleByte;

/**
 * What a peer sends, as it crosses the line: watched, acknowledged at once, and counted. Who asks for little is given it out
 * of a piece that was read ahead, since the beginning of a PDU and its rest would else each take a turn of the system. For
 * one reading thread.
 */
final class GuardedInput extends InputStream {

    /** As much as most peers send in a PDU. */
    private static final int READ_AHEAD = 16 * 1024;

    private final InputStream in;
    private final GuardedSocket socket;
    private final StallWatch stalls;
    private byte[] ahead = new byte[0];
    private int next;
    private int end;

    GuardedInput(InputStream in, GuardedSocket socket, StallWatch stalls) {
        this.in = in;
        this.socket = socket;
        this.stalls = stalls;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        boolean empty = next == end;
        if (empty && (len == 0 || len >= READ_AHEAD)) {
            return receive(b, off, len, len);
        }
        if (empty && !readAhead(len)) {
            return -1;
        }
        int count = Math.min(len, end - next);
        System.arraycopy(ahead, next, b, off, count);
        next += count;
        return count;
    }

    private boolean readAhead(int wanted) throws IOException {
        if (ahead.length == 0) {
            ahead = new byte[READ_AHEAD];
        }
        int count = receive(ahead, 0, ahead.length, wanted);
        next = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    private int receive(byte[] b, int off, int len, int wanted) throws IOException {
        socket.acknowledgeQuickly();
        long begun = stalls.reads();
        boolean tells = !socket.isSecured();
        if (tells) {
            socket.waits().reads(begun);
        }
        int count = 0;
        try {
            count = in.read(b, off, socket.piece(len));
        } catch (IOException failure) {
            throw socket.isStalled() ? new GuardedSocket.StalledException(failure) : failure;
        } finally {
            stalls.hasRead(Math.max(count, 0));
            if (tells) {
                TimedInput.tell(socket.waits(), count, System.nanoTime() - begun, wanted);
            }
        }
        if (count > 0) {
            socket.account(count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** What was read ahead; the system is not asked. */
    @Override
    public int available() {
        return end - next;
    }
}
