package org.priorfetch.engine.channel;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes sockets that are not done in time, however slowly their peers drip. */
final class Deadlines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("channel-deadlines").factory());

    Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** The socket is closed after the time unless the guard is closed before. */
    Guard guard(Socket socket, Duration time) {
        ScheduledFuture<?> bell = timer.schedule(() -> end(socket), time.toMillis(), TimeUnit.MILLISECONDS);
        return () -> bell.cancel(false);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close.", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A deadline that is met once it is closed. */
    interface Guard extends AutoCloseable {

        @Override
        void close();
    }
}
