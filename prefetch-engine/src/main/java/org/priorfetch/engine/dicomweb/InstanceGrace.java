package org.priorfetch.engine.dicomweb;

import java.time.Duration;

import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;

/** Lets an instance arrive that is on its way when no further is wanted, but not for ever. Thread-safe. */
final class InstanceGrace {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Cancellation cancellation;
    private volatile boolean arriving;
    private volatile long cancelledAt;

    InstanceGrace(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** The same receiver; it is known while an instance is on its way to it. */
    InstanceReceiver around(InstanceReceiver receiver) {
        return instance -> {
            arriving = true;
            try {
                return receiver.receive(instance);
            } finally {
                arriving = false;
            }
        };
    }

    /** Whether a further instance is wanted. */
    boolean goesOn() {
        return !cancellation.isCancelled();
    }

    /** Whether what arrives is to be broken off now. */
    boolean isOver() {
        if (!cancellation.isCancelled()) {
            return false;
        }
        if (cancelledAt == 0) {
            cancelledAt = Math.max(1, System.nanoTime());
        }
        return !arriving || System.nanoTime() - cancelledAt > LONGEST.toNanos();
    }
}
