package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.AttributeDifference;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.port.InstanceInFlight;

/** Counts what is passed on of an instance. */
record WeighedInstance(InstanceInFlight instance, AtomicLong bytes) implements InstanceInFlight {

    @Override
    public InstanceHeader header() {
        return instance.header();
    }

    @Override
    public String transferSyntaxUid() {
        return instance.transferSyntaxUid();
    }

    @Override
    public List<AttributeDifference> differences(AttributeChanges changes) {
        return instance.differences(changes);
    }

    @Override
    public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
        long written = instance.writeTo(out, changes);
        bytes.addAndGet(written);
        return written;
    }
}
