package org.priorfetch.engine.dicom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of TLS, which asks for its own records below; what the reader waits for shows here. */
final class TimedInput extends FilterInputStream {

    /** So much, or what is missing of it, is asked for where a PDU begins; then all the rest of it at once. */
    private static final int PDU_START = 10;

    private final GuardedSocket socket;

    TimedInput(InputStream decrypted, GuardedSocket socket) {
        super(decrypted);
        this.socket = socket;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        long begun = System.nanoTime();
        long keptBackBefore = socket.keptBackNanos();
        socket.waits().reads(begun);
        int count = 0;
        try {
            count = in.read(b, off, len);
            return count;
        } finally {
            long keptBack = socket.keptBackNanos() - keptBackBefore; // told already, by who reads below
            tell(socket.waits(), count, System.nanoTime() - begun - keptBack, len);
        }
    }

    /** @param count bytes that came; -1 for the end */
    static void tell(Waits waits, int count, long nanos, int wanted) {
        int came = Math.max(count, 0);
        if (wanted <= PDU_START) {
            waits.forPdu(came, nanos);
        } else {
            waits.toRead(came, nanos);
        }
    }
}
