package org.priorfetch.engine.dicomweb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.priorfetch.engine.port.SingleByte;

/**
 * The parts of a multipart message (RFC 2046 5.1), one after the other, in memory that does not depend on their size. Only
 * boundaries divide them: what a part says of its own length is not believed.
 */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^\\s;]+))",
            Pattern.CASE_INSENSITIVE);
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    /** How far the search goes on where a byte stands at the delimiter's end (Horspool). */
    private final int[] leaps = new int[1 << Byte.SIZE];
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    /** No boundary begins before this. */
    private int certain;
    private int to;
    private boolean ended;

    private Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(leaps, delimiter.length);
        for (int at = 0; at < delimiter.length - 1; at++) {
            leaps[delimiter[at]] = delimiter.length - 1 - at;
        }
        // the first boundary may stand at the very beginning, without a line before it
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** Empty when the content type is none of several parts. */
    static Optional<Multipart> of(String contentType, InputStream body) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        boolean several = contentType.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length());
        if (!several || !matcher.find()) {
            return Optional.empty();
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(new Multipart(body, boundary));
    }

    /**
     * The content of the next part; empty behind the last. What was left of the one before is skipped.
     *
     * @throws EOFException when the message ends before its closing boundary
     */
    Optional<InputStream> next() throws IOException {
        new Part().skipRest();
        from += delimiter.length;
        require(2);
        if (buffer[from] == '-' && buffer[from + 1] == '-') {
            ended = true;
            return Optional.empty();
        }
        skipHeaders();
        return Optional.of(new Part());
    }

    /** Bytes before its end that have come as far as here, and that nobody has read. What the system holds of it is not known. */
    long unread() throws IOException {
        return ended ? 0 : to - from + in.available();
    }

    private void skipHeaders() throws IOException {
        int read = 0;
        int matched = 0;
        while (matched < END_OF_HEADERS.length) {
            require(1);
            byte next = buffer[from++];
            matched = next == END_OF_HEADERS[matched] ? matched + 1 : next == END_OF_HEADERS[0] ? 1 : 0;
            if (++read > LONGEST_HEADERS) {
                throw new IOException("the head of a part does not end");
            }
        }
    }

    private void require(int bytes) throws IOException {
        while (to - from < bytes) {
            if (!fill()) {
                throw new EOFException("the message ends before its last boundary");
            }
        }
    }

    /** Reads more behind what is there; answers whether anything came. */
    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            certain -= from;
            from = 0;
        }
        int count = in.read(buffer, to, buffer.length - to);
        to += Math.max(count, 0);
        return count > 0;
    }

    /** Up to the next boundary. */
    private final class Part extends InputStream {

        Part() {
            certain = from;
        }

        void skipRest() throws IOException {
            byte[] skipped = new byte[BUFFER];
            int count = read(skipped, 0, skipped.length);
            while (count >= 0) {
                count = read(skipped, 0, skipped.length);
            }
        }

        @Override
        public int read() throws IOException {
            return SingleByte.of(this);
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            seek();
            while (certain == from && !isDelimiter(from)) {
                require(to - from + 1);
                seek();
            }
            if (certain == from) {
                return -1;
            }
            int count = Math.min(len, certain - from);
            System.arraycopy(buffer, from, b, off, count);
            from += count;
            return count;
        }

        private void seek() {
            while (certain + delimiter.length <= to && !isDelimiter(certain)) {
                certain += leaps[buffer[certain + delimiter.length - 1] & 0xff];
            }
        }

        private boolean isDelimiter(int at) {
            return to - at >= delimiter.length
                    && Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length);
        }
    }
}
