package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sender: takes a message, answers it, takes the next. */
final class MllpConnection implements AutoCloseable {

    /** What is done with what arrives. */
    interface Handler {

        /** The answers, in their order; none where the sender wants none. */
        List<byte[]> message(byte[] content);

        /** The same for a message that is too large, of which only the beginning is here. */
        List<byte[]> tooLarge(byte[] head);
    }

    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    private static final byte[] TAIL = {MllpReader.END, '\r'};

    private final Socket socket;
    private final MllpLimits limits;
    private final LargeMessages large;
    private final ScheduledExecutorService timer;

    /** @param timer closes the connection when an answer is not accepted in time: a write has no time-out of its own */
    MllpConnection(Socket socket, MllpLimits limits, LargeMessages large, ScheduledExecutorService timer) {
        this.large = large;
        this.socket = socket;
        this.limits = limits;
        this.timer = timer;
    }

    /** Serves the sender until it goes, or is no longer worth waiting for. */
    void run(Handler handler) {
        try (socket) {
            shakeHands();
            listen(handler);
        } catch (IOException gone) {
            LOG.debug("A sender of HL7 messages has gone", gone);
        }
    }

    private void listen(Handler handler) throws IOException {
        try (MllpReader reader = new MllpReader(socket, limits, large)) {
            while (serve(reader.next(), handler)) {
                LOG.trace("The next message may come");
            }
        }
    }

    private void shakeHands() throws IOException {
        if (socket instanceof SSLSocket encrypted) {
            within(encrypted::startHandshake);
        }
    }

    /** Whether another message may follow. */
    private boolean serve(MllpReader.Incoming incoming, Handler handler) throws IOException {
        switch (incoming.kind()) {
            case WHOLE -> answer(handler.message(incoming.content()));
            case TOO_LARGE -> {
                answer(handler.tooLarge(incoming.content()));
                listenToTheEnd();
            }
            case ENDED_AMIDST -> LOG.warn("A sender of HL7 messages at {} stopped in the middle of a message.",
                    socket.getInetAddress().getHostAddress());
            case ENDED -> LOG.debug("A sender of HL7 messages has gone");
        }
        return incoming.kind() == MllpReader.Kind.WHOLE;
    }

    /** Were the line cut while the sender still sends, it would never see the answer. */
    private void listenToTheEnd() throws IOException {
        socket.shutdownOutput();
        within(() -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    private void answer(List<byte[]> answers) throws IOException {
        within(() -> {
            OutputStream out = socket.getOutputStream();
            for (byte[] answer : answers) {
                out.write(framed(answer)); // in one piece, for peers that read a frame at a time
            }
            out.flush();
        });
    }

    private interface Exchange {

        void run() throws IOException;
    }

    private void within(Exchange exchange) throws IOException {
        ScheduledFuture<?> guard;
        try {
            guard = timer.schedule(this::close, limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            throw new IOException("no longer listening", closing);
        }
        try {
            exchange.run();
        } finally {
            guard.cancel(false);
        }
    }

    static byte[] framed(byte[] message) {
        byte[] frame = new byte[message.length + 1 + TAIL.length];
        frame[0] = MllpReader.START;
        System.arraycopy(message, 0, frame, 1, message.length);
        System.arraycopy(TAIL, 0, frame, message.length + 1, TAIL.length);
        return frame;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            LOG.debug("A connection did not close cleanly", failure);
        }
    }
}
