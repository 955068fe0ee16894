package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class InstancePipeTest {

    private static final int CAPACITY = 128 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstancePipe pipe = new InstancePipe();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Future<?> fill(InputStream from) {
        return threads.submit(() -> {
            pipe.fill(from);
            return null;
        });
    }

    private static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Reads in pieces of any size. */
    private static final class Pieces extends InputStream {

        private final InputStream in;
        private final Random random;
        private final AtomicLong given = new AtomicLong();

        Pieces(byte[] bytes, long seed) {
            in = new ByteArrayInputStream(bytes);
            random = new Random(seed);
        }

        @Override
        public int read() throws IOException {
            throw new IOException("nobody reads bytes one by one");
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int count = in.read(b, off, 1 + random.nextInt(len));
            given.addAndGet(Math.max(count, 0));
            return count;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, CAPACITY - 1, CAPACITY, CAPACITY + 1, 5 * CAPACITY + 77})
    void everyByteComesThroughInOrder(int count) throws Exception {
        for (long seed = 0; seed < 5; seed++) {
            byte[] sent = bytes(seed, count);
            InstancePipe own = new InstancePipe();
            Pieces from = new Pieces(sent, seed);
            Future<?> filling = threads.submit(() -> {
                own.fill(from);
                return null;
            });
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            Random random = new Random(seed + 1);
            byte[] buffer = new byte[70_000];
            for (int read = own.read(buffer, 0, 1 + random.nextInt(buffer.length)); read >= 0; read = own.read(buffer,
                    0, 1 + random.nextInt(buffer.length))) {
                received.write(buffer, 0, read);
            }
            assertThat(received.toByteArray()).isEqualTo(sent);
            filling.get();
        }
    }

    @Test
    void whoReadsSlowlyIsFelt() throws Exception {
        Pieces from = new Pieces(bytes(1, 4 * CAPACITY), 1);
        Future<?> filling = fill(from);
        await().until(() -> from.given.get() == CAPACITY);
        assertThat(filling.isDone()).isFalse();
        assertThat(pipe.readNBytes(1000)).hasSize(1000);
        await().until(() -> from.given.get() == CAPACITY + 1000);
        pipe.readAllBytes();
        filling.get();
    }

    @Test
    void whatBreaksOffIsNoEnd() {
        Future<?> filling = fill(new SequenceInputStream(new ByteArrayInputStream(new byte[500]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line dropped");
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                throw new IOException("the line dropped");
            }
        }));
        assertThatThrownBy(pipe::readAllBytes).isInstanceOf(IOException.class)
                .hasRootCauseMessage("the line dropped");
        assertThatThrownBy(filling::get).isInstanceOf(ExecutionException.class);
    }

    @Test
    void whatNobodyWantsIsNotWaitedFor() throws Exception {
        Pieces from = new Pieces(bytes(1, 4 * CAPACITY), 1);
        Future<?> filling = fill(from);
        await().until(() -> from.given.get() == CAPACITY);
        pipe.close();
        filling.get();
        assertThat(from.given.get()).isEqualTo(CAPACITY);
    }
}
