package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SocketGuardTest {

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final SocketGuard guard = new SocketGuard(scheduler);

    SocketGuardTest() {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void neverWakesUpWhileNothingIsExpectedOfThoseThatAreConnected() throws Exception {
        try (GuardedSocket first = new GuardedSocket(RateLimit.of(null));
                GuardedSocket second = new GuardedSocket(RateLimit.of(null))) {
            guard.watch(first);
            guard.watch(second);
            second.limitWriteStall(1);

            assertThat(scheduler.getTaskCount()).isZero();
        }
    }

    @Test
    void looksOnceWhenTheFirstOfThemCouldHaveStalled() throws Exception {
        try (GuardedSocket patient = new GuardedSocket(RateLimit.of(null));
                GuardedSocket hasty = new GuardedSocket(RateLimit.of(null))) {
            patient.expectData(TimeUnit.HOURS.toNanos(2));
            guard.watch(patient);
            assertThat(nextLook()).isBetween(Duration.ofMinutes(119), Duration.ofHours(2));

            guard.watch(hasty);
            hasty.expectData(TimeUnit.HOURS.toNanos(1));
            assertThat(nextLook()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));

            hasty.expectData(TimeUnit.HOURS.toNanos(3));
            hasty.expectNothing();
            assertThat(nextLook()).as("what was planned is enough").isLessThanOrEqualTo(Duration.ofHours(1));
            assertThat(scheduler.getCompletedTaskCount()).isZero();
        }
    }

    @Test
    void restsAgainWhenNothingIsExpectedAnyMore() throws Exception {
        try (GuardedSocket socket = new GuardedSocket(RateLimit.of(null))) {
            guard.watch(socket);
            socket.expectData(TimeUnit.MILLISECONDS.toNanos(50));
            socket.expectNothing();

            await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(20)).until(this::hasLookedAndRests);
            long looks = scheduler.getCompletedTaskCount();

            socket.expectData(TimeUnit.MILLISECONDS.toNanos(50));
            await().until(() -> scheduler.getCompletedTaskCount() > looks);
        }
    }

    private boolean hasLookedAndRests() {
        return scheduler.getCompletedTaskCount() > 0 && scheduler.getActiveCount() == 0
                && scheduler.getQueue().isEmpty();
    }

    private Duration nextLook() {
        assertThat(scheduler.getQueue()).hasSize(1);
        Delayed look = (Delayed) scheduler.getQueue().element();
        return Duration.ofNanos(look.getDelay(TimeUnit.NANOSECONDS));
    }

    @Test
    void closesAllAtTheEndAndWatchesNobodyAfterIt() throws Exception {
        GuardedSocket socket = new GuardedSocket(RateLimit.of(null));
        guard.watch(socket);
        guard.closeAll();
        scheduler.shutdownNow();
        assertThat(socket.isClosed()).isTrue();
        try (GuardedSocket late = new GuardedSocket(RateLimit.of(null))) {
            guard.watch(late);
            assertThat(scheduler.getQueue()).isEmpty();
        }
    }

    /** Each byte comes in time. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsAnInstanceThatTricklesAndNothingElse(boolean inInstance) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                GuardedSocket socket = new GuardedSocket(RateLimit.of(null))) {
            socket.connect(server.getLocalSocketAddress());
            try (Socket peer = server.accept()) {
                Future<?> trickle = scheduler.scheduleAtFixedRate(() -> send(peer), 0, 25, TimeUnit.MILLISECONDS);
                guard.watch(socket);
                socket.expectData(TimeUnit.SECONDS.toNanos(1));
                if (inInstance) {
                    socket.instanceBegins();
                }
                assertThat(bytesWithin(socket, Duration.ofSeconds(5)).isPresent()).isEqualTo(!inInstance);
                assertThat(socket.isStalled()).isEqualTo(inInstance);
                trickle.cancel(true);
            }
        }
    }

    private static void send(Socket peer) {
        try {
            peer.getOutputStream().write(1);
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    /** How many bytes have come; empty where the socket was closed before the time was over. */
    private static OptionalInt bytesWithin(GuardedSocket socket, Duration time) {
        long begun = System.nanoTime();
        int bytes = 0;
        try {
            while (System.nanoTime() - begun < time.toNanos()) {
                bytes += socket.getInputStream().read(new byte[100]);
            }
            return OptionalInt.of(bytes);
        } catch (IOException closed) {
            return OptionalInt.empty();
        }
    }
}
