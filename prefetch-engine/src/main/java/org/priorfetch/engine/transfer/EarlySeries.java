package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.InstanceSpool.Spooled;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SeriesStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A series that comes before anybody has asked for it. Until then it is kept in the spool, and what is too much for that waits at the
 * archive. Guarded by itself.
 */
final class EarlySeries {

    /** Bytes; what is on its way when so much has come is kept, too. */
    private static final long MOST_KEPT = 16L << 20;

    /** So long it waits at the archive when so much is kept: a request that others may need. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** What is on its way when it is given up may still come. */
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(EarlySeries.class);

    private final String uid;
    private final InstanceSpool spool;
    private final JobProgress progress;
    private final Cancellation stop;
    private final CountDownLatch decided = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Queue<Spooled> kept = new ArrayDeque<>();
    private @Nullable InstanceReceiver receiver;
    private int instances;
    private long bytes;
    private boolean came;

    /** @param stop of this alone */
    EarlySeries(String uid, InstanceSpool spool, JobProgress progress, Cancellation stop) {
        this.uid = uid;
        this.spool = spool;
        this.progress = progress;
        this.stop = stop;
    }

    String uid() {
        return uid;
    }

    /** Returns when all of it has come, or it was given up. */
    void run(String studyInstanceUid, SeriesStream stream) {
        try {
            stream.retrieve(studyInstanceUid, uid, this::arrived, stop, progress.times().lanes());
        } catch (PeerException | RuntimeException trouble) {
            ended.completeExceptionally(trouble);
        } finally {
            ended.complete(null);
        }
    }

    private Answer arrived(InstanceInFlight instance) {
        try {
            if (isRoom()) {
                return keep(instance);
            }
            if (!decided.await(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                giveUp();
            }
            InstanceReceiver taker = taker();
            return taker == null ? Answer.NO_ROOM : taker.receive(instance);
        } catch (BrokenInstanceException broken) {
            return Answer.BROKEN;
        } catch (IOException full) {
            LOG.warn("A series that came early could not be kept: {}", full.getMessage());
            giveUp();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            giveUp();
        }
        return Answer.NO_ROOM;
    }

    private synchronized boolean isRoom() {
        came = true;
        return decided.getCount() > 0 && bytes < MOST_KEPT;
    }

    private Answer keep(InstanceInFlight instance) throws IOException {
        Spooled spooled = spool.keep(instance);
        return waits(spooled) ? Answer.TAKEN : passOn(spooled);
    }

    /** Whether it is still to be decided what becomes of it. */
    private synchronized boolean waits(Spooled spooled) {
        boolean waits = decided.getCount() > 0;
        if (waits) {
            kept.add(spooled);
            bytes += spooled.bytes();
        }
        return waits;
    }

    private Answer passOn(Spooled one) {
        InstanceReceiver taker = taker();
        try {
            return taker == null || stop.isCancelled() ? Answer.NO_ROOM : one.replay(taker::receive);
        } catch (IOException unreadable) {
            LOG.warn("An instance that came early could not be read: {}", unreadable.getMessage());
            return Answer.NO_ROOM;
        } finally {
            one.discard();
        }
    }

    private synchronized @Nullable InstanceReceiver taker() {
        return receiver;
    }

    /**
     * From now on it can be asked for; what is a single instance, or none, is better asked for by itself.
     *
     * @param wanted instances of it
     * @param patience so long it waits for that
     */
    void offer(int wanted, Duration patience) {
        if (wanted < 2) {
            giveUp();
            return;
        }
        wanted(wanted);
        Thread.ofVirtual().start(() -> {
            if (!stop.await(patience)) {
                giveUp();
            }
        });
    }

    private synchronized void wanted(int wanted) {
        instances = wanted;
    }

    /** Whether the request is for all that is wanted of it. */
    synchronized boolean isWhole(RetrieveRequest request) {
        return request.seriesInstanceUid().equals(uid) && request.instances().size() == instances;
    }

    /**
     * Hands over what has come and what will come, and returns when all has. Answers false, and does nothing, where it was given up or
     * nothing came of it.
     *
     * @param cancellation ends it
     * @throws PeerException as when it is retrieved
     */
    boolean handOver(InstanceReceiver taker, Cancellation cancellation) throws PeerException {
        if (!decide(taker)) {
            return false;
        }
        cancellation.include(stop);
        try {
            for (Spooled one = nextKept(); one != null; one = nextKept()) {
                if (passOn(one).comesAgain()) {
                    progress.carriedTwice(one.bytes());
                }
            }
            ended.get();
        } catch (ExecutionException failed) {
            if (isAnything()) {
                rethrow(failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stop.cancel();
            discardKept();
            awaitEnd();
        }
        return isAnything();
    }

    /** Nothing of it comes any more when this returns; but for what takes longer to arrive than is waited for. */
    void awaitEnd() {
        try {
            Object _ = ended.handle((_, _) -> true).get(LONGEST_END.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug("A series that came early has not ended yet");
        }
    }

    private void discardKept() {
        for (Spooled one = nextKept(); one != null; one = nextKept()) {
            one.discard();
            progress.carriedTwice(one.bytes());
        }
    }

    private static void rethrow(@Nullable Throwable cause) throws PeerException {
        switch (cause) {
            case PeerException failure -> throw failure;
            case RuntimeException defect -> throw defect;
            case null, default -> throw new IllegalStateException(cause);
        }
    }

    private synchronized boolean isAnything() {
        return came;
    }

    /** What nobody has asked for ends, and has come in vain. */
    void giveUp() {
        if (decide(null)) {
            stop.cancel();
            discardKept();
        }
    }

    private synchronized boolean decide(@Nullable InstanceReceiver taker) {
        if (decided.getCount() == 0) {
            return false;
        }
        receiver = taker;
        decided.countDown();
        return true;
    }

    private synchronized @Nullable Spooled nextKept() {
        return kept.poll();
    }
}
