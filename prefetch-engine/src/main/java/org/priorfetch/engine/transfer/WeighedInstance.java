package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.port.InstanceInFlight;

/** Counts what was passed on of an instance. */
final class WeighedInstance extends ForwardedInstance {

    private final AtomicLong bytes;

    WeighedInstance(InstanceInFlight instance, AtomicLong bytes) {
        super(instance);
        this.bytes = bytes;
    }

    @Override
    public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
        long written = instance().writeTo(out, changes);
        bytes.addAndGet(written);
        return written;
    }
}
