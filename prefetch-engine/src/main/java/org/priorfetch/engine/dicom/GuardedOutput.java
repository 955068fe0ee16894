package org.priorfetch.engine.dicom;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What a peer is sent, as it crosses the line: within its budget, and watched. */
final class GuardedOutput extends FilterOutputStream {

    private final GuardedSocket socket;
    private final StallWatch stalls;

    GuardedOutput(OutputStream out, GuardedSocket socket, StallWatch stalls) {
        super(out);
        this.socket = socket;
        this.stalls = stalls;
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        int left = len;
        while (left > 0) {
            int piece = socket.piece(left);
            writePiece(b, off + len - left, piece);
            left -= piece;
        }
    }

    private void writePiece(byte[] b, int off, int len) throws IOException {
        socket.spend(len);
        long begun = stalls.writes();
        socket.waits().writes(begun);
        socket.mayStallWithin(stalls.writeNanos());
        try {
            out.write(b, off, len);
        } finally {
            stalls.hasWritten();
        }
        socket.waits().toWrite(System.nanoTime() - begun);
    }
}
