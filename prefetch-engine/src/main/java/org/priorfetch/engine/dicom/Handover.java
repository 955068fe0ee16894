package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;

/**
 * Hands instances to a receiver until it is closed. After that none is on its way to the receiver any more. Within an
 * operations window several are at a time. Thread-safe.
 */
final class Handover implements InstanceReceiver, AutoCloseable {

    private final InstanceReceiver receiver;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int onTheirWay;
    private int more = Integer.MAX_VALUE;
    private long soon;
    private long since;
    private boolean closed;

    /**
     * @param patience longest wait, when it is closed, for the next of those that are on their way
     */
    Handover(InstanceReceiver receiver, Duration patience) {
        this.receiver = receiver;
        this.patience = patience;
    }

    @Override
    public Answer receive(InstanceInFlight instance) {
        if (!begin()) {
            return Answer.NOT_OURS;
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
            boolean wanted = !closed && more > 0 && !(ending && System.nanoTime() - since > soon);
            if (wanted) {
                onTheirWay++;
                more -= ending ? 1 : 0;
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
            since = System.nanoTime();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets so many instances through still, each if it begins to arrive soon after this or after the last one, and no others;
     * the first word counts.
     */
    void expectNoMoreThan(int further, Duration within) {
        lock.lock();
        try {
            if (more == Integer.MAX_VALUE) {
                more = further;
                soon = within.toNanos();
                since = System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isBusy() {
        lock.lock();
        try {
            return onTheirWay > 0;
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
