package org.priorfetch.engine.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop, made at most once and seen by everybody who holds it. Thread-safe. */
public final class Cancellation {

    private final CountDownLatch latch = new CountDownLatch(1);
    private final List<Cancellation> children = new ArrayList<>();

    /** One that is cancelled with this one, and can be cancelled alone. */
    public Cancellation child() {
        Cancellation child = new Cancellation();
        include(child);
        return child;
    }

    /** From now on the other is cancelled with this one, too. */
    public void include(Cancellation other) {
        synchronized (children) {
            children.removeIf(Cancellation::isCancelled);
            children.add(other);
        }
        if (isCancelled()) {
            other.cancel();
        }
    }

    public void cancel() {
        latch.countDown();
        List<Cancellation> toCancel;
        synchronized (children) {
            toCancel = List.copyOf(children);
            children.clear();
        }
        toCancel.forEach(Cancellation::cancel);
    }

    public boolean isCancelled() {
        return latch.getCount() == 0;
    }

    /**
     * Waits until cancelled, at most for the duration. An interrupt counts as a cancellation.
     *
     * @return whether it is cancelled
     */
    public boolean await(Duration atMost) {
        try {
            return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancel();
            return true;
        }
    }
}
