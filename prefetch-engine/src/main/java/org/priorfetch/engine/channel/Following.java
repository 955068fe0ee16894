package org.priorfetch.engine.channel;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to the engines that run on a folder, one after the other, and tells what they say. */
final class Following implements PrefetchEngine.Subscription {

    /** Calls the engine that runs now. */
    @FunctionalInterface
    interface Caller {

        Call call() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final long LOOKED_FOR_EVERY_MILLIS = 1_000;

    private final Caller caller;
    private final Consumer<EngineSnapshot> listener;
    private final Runnable gone;
    private final Consumer<Following> onEnd;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Call open;

    /** Used by the one thread that listens. */
    private boolean speaking = true;

    /** @param onEnd told once, when it has been closed */
    Following(Caller caller, Consumer<EngineSnapshot> listener, Runnable gone, Consumer<Following> onEnd) {
        this.caller = caller;
        this.listener = listener;
        this.gone = gone;
        this.onEnd = onEnd;
    }

    void start() {
        Thread.ofVirtual().name("channel-following").start(this::follow);
    }

    private void follow() {
        try {
            do {
                listen();
            } while (!ended.await(LOOKED_FOR_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until there is nothing more to be heard. */
    private void listen() {
        try (Call call = hold(caller.call())) {
            while (true) {
                EngineSnapshot snapshot = Json.MAPPER.treeToValue(
                        Objects.requireNonNull(call.next().value(), "an answer without a snapshot"),
                        EngineSnapshot.class);
                speaking = true;
                listener.accept(snapshot);
            }
        } catch (IOException nothingMore) {
            tellGone(nothingMore);
        }
    }

    private void tellGone(IOException why) {
        if (speaking && !hasEnded()) {
            LOG.info("The engine that was followed has ended ({}).", why.getMessage());
            speaking = false;
            gone.run();
        }
    }

    private boolean hasEnded() {
        return ended.getCount() == 0;
    }

    private synchronized Call hold(Call call) throws IOException {
        open = call;
        if (hasEnded()) {
            call.close();
        }
        return call;
    }

    @Override
    public synchronized void close() {
        ended.countDown();
        onEnd.accept(this);
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                LOG.debug("A line to the engine did not close.", alreadyGone);
            }
        }
    }
}
