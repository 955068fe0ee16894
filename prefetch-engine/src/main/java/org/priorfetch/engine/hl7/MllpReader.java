package org.priorfetch.engine.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** Takes frames out of what a peer sends (MLLP): {@code 0B}, a message, {@code 1C 0D}. What stands between frames is left out. */
final class MllpReader implements AutoCloseable {

    static final int START = 0x0B;
    static final int END = 0x1C;

    private static final int CHUNK = 8192;
    /** How much of a message that is too large is kept. */
    private static final int HEAD = 16 * 1024;

    /** What came. */
    enum Kind {
        WHOLE,
        /** Larger than is taken; only its beginning is here. What follows cannot be told from it any more. */
        TOO_LARGE,
        /** Nothing more comes: the peer has gone, or was silent, or talks something else. */
        ENDED,
        /** The same in the middle of a message. */
        ENDED_AMIDST
    }

    /** A message, a part of one, or none. */
    static final class Incoming {

        private final Kind kind;
        private final byte[] content;

        private Incoming(Kind kind, byte[] content) {
            this.kind = kind;
            this.content = content;
        }

        private static Incoming nothing(Kind kind) {
            return new Incoming(kind, new byte[0]);
        }

        Kind kind() {
            return kind;
        }

        byte[] content() {
            return content;
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final MllpLimits limits;
    private final byte[] buffer = new byte[CHUNK];
    private final LargeMessages large;
    private boolean isLarge;
    private int next;
    private int filled;

    /** @param large whose turn it is when a message is large */
    MllpReader(Socket socket, MllpLimits limits, LargeMessages large) throws IOException {
        this.large = large;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.limits = limits;
    }

    /** Waits for the next frame, and for its end, each for a limited time. What came before is done with. */
    Incoming next() {
        close();
        try {
            return begin() ? rest() : Incoming.nothing(Kind.ENDED);
        } catch (IOException gone) {
            return Incoming.nothing(Kind.ENDED_AMIDST);
        }
    }

    /** Whether a frame begins. The first byte of it is taken. */
    private boolean begin() throws IOException {
        long deadline = System.nanoTime() + limits.idle().toNanos();
        for (int skipped = 0; skipped < limits.largest(); skipped++) {
            int read;
            try {
                read = read(deadline);
            } catch (SocketTimeoutException | SocketException idle) {
                return false;
            }
            if (read == START) {
                return true;
            }
            if (read < 0) {
                return false;
            }
        }
        return false;
    }

    private Incoming rest() throws IOException {
        long deadline = System.nanoTime() + limits.message().toNanos();
        ByteArrayOutputStream content = new ByteArrayOutputStream(CHUNK);
        while (content.size() <= limits.largest()) {
            if (!isLarge && content.size() > LargeMessages.ORDINARY) {
                isLarge = large.enter(left(deadline));
                if (!isLarge) {
                    return Incoming.nothing(Kind.ENDED_AMIDST);
                }
            }
            int read = read(deadline);
            switch (read) {
                case -1 -> {
                    return Incoming.nothing(Kind.ENDED_AMIDST);
                }
                case END -> {
                    return new Incoming(Kind.WHOLE, content.toByteArray());
                }
                // the one before was never finished, and its sender waits for no answer any more
                case START -> content.reset();
                default -> content.write(read);
            }
        }
        byte[] all = content.toByteArray();
        return new Incoming(Kind.TOO_LARGE, Arrays.copyOf(all, Math.min(HEAD, all.length)));
    }

    private int read(long deadline) throws IOException {
        if (next == filled) {
            long left = left(deadline);
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            filled = Math.max(0, in.read(buffer));
            next = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[next++] & 0xFF;
    }

    private static long left(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }

    /** What came is done with: the next large message may come, to whomever. */
    @Override
    public void close() {
        if (isLarge) {
            isLarge = false;
            large.leave();
        }
    }
}
