package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.SpentTime;

/**
 * A body of unknown length that is sent while it is written, in memory that does not depend on its size. One that is
 * {@link #breakOff broken off} never looks whole: the connection ends before the body does.
 */
final class SentBody extends OutputStream implements BodyPublisher {

    private static final int CHUNK = 32 * 1024;
    private static final int CHUNKS_UNDER_WAY = 16;

    /** Whoever asked for it to be sent need not write any more: the server has answered, or the line is gone. */
    static final class NotWantedException extends IOException {

        private static final long serialVersionUID = 1L;

        NotWantedException() {
            super("the server takes no more of it");
        }
    }

    private final SubmissionPublisher<ByteBuffer> chunks;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final SpentTime spent;
    private final Bandwidth bandwidth;
    private final Duration patience;
    private ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    private volatile boolean ended;

    /** @param patience how long the server may take none of it */
    SentBody(Executor executor, SpentTime spent, Bandwidth bandwidth, Duration patience) {
        this.chunks = new SubmissionPublisher<>(executor, CHUNKS_UNDER_WAY);
        this.spent = spent;
        this.bandwidth = bandwidth;
        this.patience = patience;
    }

    @Override
    public long contentLength() {
        return -1;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        chunks.subscribe(subscriber);
        begun.countDown();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        int from = off;
        int left = len;
        while (left > 0) {
            int count = Math.min(left, chunk.remaining());
            chunk.put(b, from, count);
            from += count;
            left -= count;
            if (!chunk.hasRemaining()) {
                send();
            }
        }
    }

    private void send() throws IOException {
        ByteBuffer full = chunk.flip();
        chunk = ByteBuffer.allocate(CHUNK);
        pay(full.remaining());
        try (SpentTime.Wait _ = spent.waiting(TimePart.PACS)) {
            boolean wanted = begun.await(patience.toNanos(), TimeUnit.NANOSECONDS) && !ended;
            if (!wanted || chunks.offer(full, patience.toNanos(), TimeUnit.NANOSECONDS, null) < 0
                    || !chunks.hasSubscribers()) {
                throw new NotWantedException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotWantedException();
        }
    }

    private void pay(int bytes) {
        int left = bytes;
        while (left > 0) {
            int piece = bandwidth.piece(left);
            spent.add(TimePart.LIMIT, bandwidth.spend(piece));
            left -= piece;
        }
    }

    /** It was whole. */
    void complete() throws IOException {
        if (chunk.position() > 0) {
            send();
        }
        chunks.close();
    }

    /** It never will be. */
    void breakOff(Throwable why) {
        chunks.closeExceptionally(why);
    }

    /** Nothing more is taken; who writes is told. */
    void end() {
        ended = true;
        begun.countDown();
    }
}
