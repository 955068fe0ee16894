package org.priorfetch.engine.transfer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.port.InstanceInFlight;

/** Counts the bytes of an instance while they pass, and shows them to whoever wants to know. */
final class MeteredInstance extends ForwardedInstance {

    private final IntConsumer passing;
    private final LongAdder passed = new LongAdder();

    /** @param passing told how many bytes have just passed */
    MeteredInstance(InstanceInFlight instance, IntConsumer passing) {
        super(instance);
        this.passing = passing;
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
                passing.accept(len);
                passed.add(len);
            }
        }, changes);
    }
}
