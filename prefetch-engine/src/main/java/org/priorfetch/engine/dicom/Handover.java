package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;

/**
 * Hands instances to a receiver until it is closed. After that none is on its way to the receiver any more. Within an
 * operations window several are at a time. Thread-safe.
 */
final class Handover implements InstanceReceiver, AutoCloseable {

    /** For each to arrive of those that were sent before the peer knew that no more is wanted. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final InstanceReceiver receiver;
    private final Duration patience;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int onTheirWay;
    private int more = Integer.MAX_VALUE;
    private Duration soon = Duration.ZERO;
    private long lastMoved;
    private boolean begun;
    private boolean closed;

    /**
     * @param patience longest wait, when it is closed, for the next of those that are on their way
     */
    Handover(InstanceReceiver receiver, Duration patience) {
        this(receiver, patience, System::nanoTime);
    }

    Handover(InstanceReceiver receiver, Duration patience, LongSupplier nanos) {
        this.receiver = receiver;
        this.patience = patience;
        this.nanos = nanos;
        this.lastMoved = nanos.getAsLong();
    }

    @Override
    public Answer receive(InstanceInFlight instance) {
        if (!begin()) {
            return Answer.LATE;
        }
        try {
            return receiver.receive(instance);
        } finally {
            end();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            boolean ending = more != Integer.MAX_VALUE;
            boolean late = ending && onTheirWay == 0 && isLongAgo(soon);
            boolean wanted = !closed && more > 0 && !late;
            if (wanted) {
                onTheirWay++;
                begun = true;
                more -= ending ? 1 : 0;
                lastMoved = nanos.getAsLong();
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            onTheirWay--;
            lastMoved = nanos.getAsLong();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What still comes through once the peer has been told that no more is wanted: each instance that begins to arrive soon
     * after that or after the last one.
     *
     * @param atMost so many
     * @param soon what begins later was sent by a peer that does not listen
     */
    Cancelling.Crossing crossing(int atMost, Duration soon) {
        return new Cancelling.Crossing() {
            @Override
            public void told() {
                expectNoMoreThan(atMost, soon);
            }

            @Override
            public boolean isArriving() {
                return isBusyWithin(GRACE);
            }
        };
    }

    private void expectNoMoreThan(int further, Duration within) {
        lock.lock();
        try {
            more = further;
            soon = within;
            lastMoved = nanos.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBusyWithin(Duration time) {
        lock.lock();
        try {
            return onTheirWay > 0 && !isLongAgo(time);
        } finally {
            lock.unlock();
        }
    }

    private boolean isLongAgo(Duration time) {
        return nanos.getAsLong() - lastMoved > time.toNanos();
    }

    /** Whether none is on its way, and none was for so long, whatever else the peer says. */
    boolean isSilent(Duration beforeFirst, Duration between) {
        lock.lock();
        try {
            return onTheirWay == 0 && isLongAgo(begun ? between : beforeFirst);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            long left = patience.toNanos();
            while (onTheirWay > 0 && left > 0) {
                int before = onTheirWay;
                left = ended.awaitNanos(left);
                left = onTheirWay < before ? patience.toNanos() : left;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
