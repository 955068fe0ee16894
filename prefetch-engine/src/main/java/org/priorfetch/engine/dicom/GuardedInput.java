package org.priorfetch.engine.dicom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.priorfetch.engine.port.SingleByte;

/** What a peer sends, as it crosses the line: watched, acknowledged at once, and counted. */
final class GuardedInput extends FilterInputStream {

    private final GuardedSocket socket;
    private final StallWatch stalls;

    GuardedInput(InputStream in, GuardedSocket socket, StallWatch stalls) {
        super(in);
        this.socket = socket;
        this.stalls = stalls;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        socket.acknowledgeQuickly();
        long begun = stalls.reads();
        int count;
        try {
            count = in.read(b, off, socket.piece(len));
        } catch (IOException failure) {
            throw socket.isStalled() ? new GuardedSocket.StalledException(failure) : failure;
        } finally {
            stalls.hasRead();
        }
        if (!socket.isSecured()) {
            TimedInput.tell(socket.waits(), System.nanoTime() - begun, len);
        }
        if (count > 0) {
            socket.account(count);
        }
        return count;
    }
}
