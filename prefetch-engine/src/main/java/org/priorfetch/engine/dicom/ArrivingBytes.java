package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.CountedInput;
import org.priorfetch.engine.port.InstanceReceiver.Answer;

/**
 * What arrives of one data set. The peer sends it to its end whatever it is answered, so what came in vain is known when both are over.
 * Read by one thread; the answer may come from another.
 */
final class ArrivingBytes implements AutoCloseable {

    private final CountedInput in;
    private final LongConsumer inVain;
    private @Nullable Answer answer;
    private boolean over;

    /** @param inVain told how many bytes came of an instance that has to come once more */
    ArrivingBytes(InputStream dataSet, LongConsumer inVain) {
        this.in = new CountedInput(dataSet);
        this.inVain = inVain;
    }

    InputStream in() {
        return in;
    }

    synchronized void answered(Answer given) {
        answer = given;
        tell();
    }

    /** Lets the rest arrive, to nobody. */
    @Override
    public void close() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } finally {
            end();
        }
    }

    private synchronized void end() {
        over = true;
        tell();
    }

    private void tell() {
        if (over && answer != null && answer.comesAgain()) {
            inVain.accept(in.count());
        }
    }
}
