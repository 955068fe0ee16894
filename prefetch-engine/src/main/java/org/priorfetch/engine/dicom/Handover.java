package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;

/** Hands instances to a receiver until it is closed. After that none is on its way to the receiver any more. */
final class Handover implements InstanceReceiver, AutoCloseable {

    private final InstanceReceiver receiver;
    private final Duration patience;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /**
     * @param patience longest wait, when it is closed, for what is on its way
     */
    Handover(InstanceReceiver receiver, Duration patience) {
        this.receiver = receiver;
        this.patience = patience;
    }

    @Override
    public Answer receive(InstanceInFlight instance) {
        lock.readLock().lock();
        try {
            return closed ? Answer.NOT_OURS : receiver.receive(instance);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Lets no further instance through; whatever is on its way goes on. */
    void refuseFurther() {
        closed = true;
    }

    boolean isBusy() {
        return lock.getReadLockCount() > 0;
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (lock.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                lock.writeLock().unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
