package org.priorfetch.engine.channel;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

/** Sends a client the snapshots of an engine as they are made; of those that it could not take in time, the last one. */
final class Feed {

    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOKED_AFTER_EVERY = Duration.ofSeconds(30);

    private final PrefetchEngine engine;
    private final Deadlines deadlines;
    private final BlockingQueue<EngineSnapshot> latest = new ArrayBlockingQueue<>(1);

    Feed(PrefetchEngine engine, Deadlines deadlines) {
        this.engine = engine;
        this.deadlines = deadlines;
    }

    /**
     * Sends until the socket is closed.
     *
     * @throws IOException when the client has gone away, or takes nothing any more
     */
    void send(Socket socket) throws IOException {
        try (PrefetchEngine.Subscription _ = engine.subscribe(this::keep)) {
            while (!socket.isClosed()) {
                send(socket, latest.poll(LOOKED_AFTER_EVERY.toMillis(), TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Socket socket, @Nullable EngineSnapshot snapshot) throws IOException {
        if (snapshot != null) {
            try (Deadlines.Guard _ = deadlines.guard(socket, TAKEN_WITHIN)) {
                Line.write(socket.getOutputStream(), Json.MAPPER.writeValueAsBytes(Answer.of(snapshot)));
            }
        }
    }

    private synchronized void keep(EngineSnapshot snapshot) {
        latest.clear();
        latest.add(snapshot);
    }
}
