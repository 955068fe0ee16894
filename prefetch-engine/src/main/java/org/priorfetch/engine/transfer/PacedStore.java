package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.port.TurnWait;

/**
 * Sends the PACS as many instances side by side as it takes well, whatever sources they come from. What is too many waits on
 * its connection, so that a slow PACS slows the source and fills nothing here; so does what comes while the PACS wants to be
 * left alone. Thread-safe.
 */
public final class PacedStore implements StudyStore {

    /** Then the PACS itself is to say that it is too much. */
    private static final long PATIENCE_SECONDS = 60;

    private final StudyStore store;
    private final AdaptiveLanes lanes;
    private final Bandwidth limit;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private int busy;
    private long restsUntil = System.nanoTime();

    /**
     * @param associations that the site allows to the PACS now
     * @param limit of all that is sent
     */
    public PacedStore(StudyStore store, IntSupplier associations, Bandwidth limit) {
        this(store, new AdaptiveLanes(associations), limit);
    }

    PacedStore(StudyStore store, AdaptiveLanes lanes, Bandwidth limit) {
        this.store = store;
        this.lanes = lanes;
        this.limit = limit;
    }

    @Override
    public Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException {
        BegunInstance once = new BegunInstance(instance);
        while (true) {
            try (TurnWait _ = TurnWait.begin(spent, TimePart.PACS, limit)) {
                begin();
            }
            Sent sent = null;
            boolean tooMany = false;
            try {
                sent = store.send(once, changes, spent);
                return answered(sent);
            } catch (PeerException failure) {
                tooMany = failure.kind() == PeerException.Kind.REFUSED && !once.isBegun();
                if (!tooMany || isAlone()) {
                    throw failure;
                }
            } finally {
                if (sent == null) {
                    end(null, tooMany);
                }
            }
        }
    }

    /** Takes its place at the PACS until that has answered. */
    private Sent answered(Sent sent) {
        return () -> {
            Delivery delivery = null;
            try {
                delivery = sent.await();
                return delivery;
            } finally {
                end(delivery, false);
            }
        };
    }

    private void begin() {
        lock.lock();
        try {
            long patience = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            for (long wait = nanosToWait(); wait > 0 && patience > 0; wait = nanosToWait()) {
                long most = Math.min(wait, patience);
                patience -= most - freed.awaitNanos(most);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // whoever waits next hears of it, too
        } finally {
            busy++;
            lock.unlock();
        }
    }

    private long nanosToWait() {
        return busy >= lanes.count() ? Long.MAX_VALUE : restsUntil - System.nanoTime();
    }

    private boolean isAlone() {
        lock.lock();
        try {
            return busy <= 1;
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Delivery delivery, boolean tooMany) {
        lock.lock();
        try {
            boolean allBusy = busy >= lanes.count();
            busy--;
            switch (delivery) {
                case Delivery.Stored(long bytes) -> lanes.carried(Pieces.ROUND_TRIP + bytes, allBusy);
                case Delivery.Refused(_, boolean lasting, Duration rest) when !lasting -> {
                    lanes.outOfResources();
                    restsUntil = Math.max(restsUntil, System.nanoTime() + rest.toNanos());
                }
                case Delivery.Refused _ -> {
                }
                case null -> {
                    if (tooMany && busy > 0) {
                        lanes.refused(busy);
                    }
                }
            }
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
