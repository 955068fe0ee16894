package org.priorfetch.engine.transfer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.port.InstanceInFlight;

/** Shows the bytes of an instance while they pass. */
final class MeteredInstance extends ForwardedInstance {

    private final JobProgress progress;
    private final LongAdder passed = new LongAdder();

    MeteredInstance(InstanceInFlight instance, JobProgress progress) {
        super(instance);
        this.progress = progress;
    }

    /** Bytes that have passed. */
    LongAdder passed() {
        return passed;
    }

    /** Lets the instance pass, to nobody. */
    static long sizeOf(InstanceInFlight instance) {
        try {
            return instance.writeTo(OutputStream.nullOutputStream(), AttributeChanges.NONE);
        } catch (IOException broken) {
            return 0; // whoever waits for its end hears of it
        }
    }

    @Override
    public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
        return instance().writeTo(new FilterOutputStream(out) {

            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                out.write(b, off, len);
                progress.bytesSent(len);
                passed.add(len);
            }
        }, changes);
    }
}
