package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The budget as sockets spend from it. What takes too long on a loaded computer is no failure; what is too fast is one. */
@Timeout(60)
class RateLimitTest {

    private static final long EIGHT_MEGABITS = 8_000_000;
    private static final int BYTES_PER_SECOND = 1_000_000;
    private static final int BURST = BYTES_PER_SECOND / 4;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimit limit = RateLimit.of(EIGHT_MEGABITS);

    /** A socket of ours, and the other end of it. */
    private record Line(GuardedSocket ours, Socket theirs) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            ours.closeQuietly();
            theirs.close();
        }
    }

    private Line open() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            GuardedSocket ours = new GuardedSocket(limit);
            ours.connect(server.getLocalSocketAddress());
            ours.prepare();
            return new Line(ours, server.accept());
        }
    }

    private static void assertNoFasterThanAllowed(long bytes, long nanos) {
        assertThat(bytes - BURST).isLessThanOrEqualTo((long) (1.05 * BYTES_PER_SECOND * nanos / 1e9));
    }

    @Test
    void allConnectionsInBothDirectionsShareIt() throws Exception {
        AtomicLong waited = new AtomicLong();
        Waits waits = new Waits() {
            @Override
            public void forBudget(long nanos) {
                waited.addAndGet(nanos);
            }
        };
        int each = 500_000;
        long begun = System.nanoTime();
        try (Line down = open();
                Line up = open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List.of(down, up).forEach(line -> line.ours().reportTo(waits));
            var sent = threads.submit(() -> {
                down.theirs().getOutputStream().write(new byte[each]);
                return true;
            });
            var drained = threads.submit(() -> up.theirs().getInputStream().readNBytes(each).length);
            var written = threads.submit(() -> {
                OutputStream out = up.ours().getOutputStream();
                out.write(new byte[each]);
                return true;
            });
            InputStream in = down.ours().getInputStream();
            assertThat(in.readNBytes(each)).hasSize(each);
            assertThat(sent.get() && written.get()).isTrue();
            assertThat(drained.get()).isEqualTo(each);
        }
        assertNoFasterThanAllowed(2L * each, System.nanoTime() - begun);
        assertThat(waited.get()).isPositive();
    }

    /** Two who wait side by side wait for one limit. */
    @Test
    void knowsForHowLongItHasKeptBytesBack() {
        TokenBucket bucket = new TokenBucket(8L * BYTES_PER_SECOND, 0);
        double _ = bucket.spend(BYTES_PER_SECOND, SECOND);
        double _ = bucket.spend(BYTES_PER_SECOND, SECOND);
        assertThat(bucket.owedNanos(2 * SECOND)).isEqualTo(SECOND);
        assertThat(bucket.owedNanos(60 * SECOND)).isBetween((long) (1.7 * SECOND), 2 * SECOND);
        bucket.change(null, 60 * SECOND);
        double _ = bucket.spend(BYTES_PER_SECOND, 61 * SECOND);
        assertThat(bucket.owedNanos(90 * SECOND)).isLessThan(2 * SECOND);
    }

    @Test
    void aLargeReadIsCutToWhatIsPaidForSoon() throws Exception {
        try (Line line = open()) {
            line.theirs().getOutputStream().write(new byte[64 * 1024]);
            byte[] large = new byte[64 * 1024];
            int read = line.ours().getInputStream().read(large);
            assertThat(read).isPositive().isLessThanOrEqualTo(limit.piece(Integer.MAX_VALUE)).isLessThan(20_000);
        }
    }

    @Test
    void whoWaitsGoesOnWhenTheLimitIsLifted() throws Exception {
        RateLimit slow = RateLimit.of(8_000L);
        List<Long> waited = new CopyOnWriteArrayList<>();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> waited.add(slow.spend(1_000_000))))
                .toList();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        slow.change(null);
        await().atMost(Duration.ofSeconds(20)).until(() -> waited.size() == 8);
        assertThat(waited).allMatch(nanos -> nanos > 0);
        assertThat(slow.isLimited()).isFalse();
        assertThat(slow.spend(1_000_000_000)).isZero();
    }

    /** From 80 to 8 Mbit/s, on connections in both directions that are busy all the time. */
    @Test
    void aLowerLimitHoldsWithinASecond() throws Exception {
        RateLimit changing = RateLimit.of(10 * EIGHT_MEGABITS);
        AtomicLong passed = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Line down = open();
                Line up = open()) {
            List.of(down, up).forEach(line -> line.ours().spendFrom(changing));
            OutputStream sending = down.theirs().getOutputStream();
            InputStream arriving = down.ours().getInputStream();
            OutputStream leaving = up.ours().getOutputStream();
            InputStream taking = up.theirs().getInputStream();
            threads.execute(() -> pump(over, sending::write));
            threads.execute(() -> pump(over, taking::read));
            threads.execute(() -> pump(over, bytes -> passed.addAndGet(arriving.read(bytes))));
            threads.execute(() -> pump(over, bytes -> {
                leaving.write(bytes);
                passed.addAndGet(bytes.length);
            }));
            await().atMost(Duration.ofSeconds(20)).until(() -> passed.get() > BYTES_PER_SECOND);

            changing.change(EIGHT_MEGABITS);
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            long begun = System.nanoTime();
            long before = passed.get();
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertNoFasterThanAllowed(passed.get() - before, System.nanoTime() - begun);
            over.set(true);
        }
    }

    private interface Pumping {
        void pass(byte[] bytes) throws IOException;
    }

    private static void pump(AtomicBoolean over, Pumping pumping) {
        byte[] bytes = new byte[10_000];
        try {
            while (!over.get()) {
                pumping.pass(bytes);
            }
        } catch (IOException closed) {
            over.set(true);
        }
    }

    @Test
    void whoWaitsIsNotHeldAgainstAnInterrupt() throws Exception {
        RateLimit slow = RateLimit.of(8_000L);
        Thread waiting = Thread.ofVirtual().start(() -> slow.spend(1_000_000));
        waiting.interrupt();
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }
}
