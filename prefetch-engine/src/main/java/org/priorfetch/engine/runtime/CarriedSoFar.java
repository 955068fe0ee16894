package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.SpentTime;

/** Counts what arrives, throws it away, and says when it is enough. Thread-safe. */
final class CarriedSoFar {

    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** So much of the time, and our limit is what counts. */
    private static final double MUCH = 0.2;

    private final Cancellation enough;
    private final long mostBytes;
    private final int mostInstances;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger instances = new AtomicInteger();

    CarriedSoFar(Cancellation enough, long mostBytes, int mostInstances) {
        this.enough = enough;
        this.mostBytes = mostBytes;
        this.mostInstances = mostInstances;
    }

    Answer take(InstanceInFlight instance) {
        if (instances.get() >= mostInstances) { // a series comes whole, however few are asked for
            enough.cancel();
            return Answer.NOT_OURS;
        }
        try {
            instance.writeTo(new Counting(), AttributeChanges.NONE);
            instances.incrementAndGet();
        } catch (IOException brokenOff) {
            return Answer.BROKEN;
        }
        if (bytes.get() >= mostBytes) {
            enough.cancel();
        }
        return Answer.TAKEN;
    }

    /** What has come counts also where the last image did not come to its end. */
    private final class Counting extends OutputStream {

        @Override
        public void write(int b) {
            bytes.incrementAndGet();
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes.addAndGet(len);
        }
    }

    boolean isNothing() {
        return bytes.get() == 0;
    }

    Carried in(long nanos, SpentTime spent) {
        long took = Math.max(1,
                nanos - spent.nanos(TimePart.SLOT) - spent.nanos(TimePart.CONNECT) - spent.nanos(TimePart.QUERY));
        boolean limited = spent.nanos(TimePart.LIMIT) > took * MUCH;
        return new Carried(instances.get(), bytes.get(), took / NANOS, spent.nanos(TimePart.LINE) / NANOS,
                spent.nanos(TimePart.SOURCE) / NANOS, limited, false);
    }
}
