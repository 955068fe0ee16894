package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedInputTest {

    private static final int BYTES = 50_000;

    /** TLS reads its records below, and waits there until they are paid for. */
    @Test
    void whatOurLimitKeepsBackIsNotWaitedForOnTheLine() throws IOException {
        AtomicLong onTheLine = new AtomicLong();
        AtomicLong forBudget = new AtomicLong();
        try (GuardedSocket socket = new GuardedSocket(RateLimit.of(800_000L))) {
            socket.reportTo(new Waits() {

                @Override
                public void toRead(int count, long nanos) {
                    onTheLine.addAndGet(nanos);
                }

                @Override
                public void forBudget(long nanos) {
                    forBudget.addAndGet(nanos);
                }
            });
            TimedInput in = new TimedInput(new FilterInputStream(new ByteArrayInputStream(new byte[BYTES])) {

                @Override
                public int read(byte[] b, int off, int len) throws IOException {
                    int count = super.read(b, off, len);
                    socket.account(count);
                    return count;
                }
            }, socket);
            assertThat(in.readNBytes(BYTES)).hasSize(BYTES);
        }
        assertThat(forBudget.get()).isPositive();
        assertThat(onTheLine.get()).isLessThan(forBudget.get() / 2);
    }
}
