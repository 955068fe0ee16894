package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.io.OutputStream;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.port.InstanceInFlight;

/** Notes whether any of an instance has been asked for, since it can be sent once only. */
final class BegunInstance extends ForwardedInstance {

    private volatile boolean begun;

    BegunInstance(InstanceInFlight instance) {
        super(instance);
    }

    boolean isBegun() {
        return begun;
    }

    @Override
    public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
        begun = true;
        return instance().writeTo(out, changes);
    }
}
