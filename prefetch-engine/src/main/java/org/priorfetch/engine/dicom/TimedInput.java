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
        socket.waits().reads(begun);
        int count = in.read(b, off, len);
        tell(socket.waits(), System.nanoTime() - begun, len);
        return count;
    }

    static void tell(Waits waits, long nanos, int wanted) {
        if (wanted <= PDU_START) {
            waits.forPdu(nanos);
        } else {
            waits.toRead(nanos);
        }
    }
}
