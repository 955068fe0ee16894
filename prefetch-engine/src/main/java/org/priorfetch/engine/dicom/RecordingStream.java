package org.priorfetch.engine.dicom;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Remembers the last bytes read, so that an element header that was parsed can be passed on exactly as it came.
 */
final class RecordingStream extends FilterInputStream {

    private static final int KEPT = 16;

    private byte[] last = new byte[KEPT];
    private byte[] lastAtMark = new byte[KEPT];

    RecordingStream(InputStream in) {
        super(new BufferedInputStream(in));
    }

    /** The last bytes that were read, at most 16. */
    byte[] last(int count) {
        return Arrays.copyOfRange(last, KEPT - count, KEPT);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            remember(new byte[]{(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int count = in.read(b, off, len);
        if (count > 0) {
            remember(b, off, count);
        }
        return count;
    }

    @Override
    public long skip(long n) throws IOException {
        return in.skip(n);
    }

    private void remember(byte[] b, int off, int count) {
        int taken = Math.min(count, KEPT);
        System.arraycopy(last, taken, last, 0, KEPT - taken);
        System.arraycopy(b, off + count - taken, last, KEPT - taken, taken);
    }

    @Override
    public synchronized void mark(int limit) {
        lastAtMark = last.clone();
        in.mark(limit);
    }

    @Override
    public synchronized void reset() throws IOException {
        in.reset();
        last = lastAtMark.clone();
    }
}
