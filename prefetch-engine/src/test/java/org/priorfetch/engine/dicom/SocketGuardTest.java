package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
    void costsNothingWhileNobodyIsConnected() throws Exception {
        assertThat(scheduler.getQueue()).isEmpty();
        try (GuardedSocket first = new GuardedSocket(RateLimit.of(null));
                GuardedSocket second = new GuardedSocket(RateLimit.of(null))) {
            guard.watch(first);
            guard.watch(second);
            await().until(() -> scheduler.getCompletedTaskCount() > 0);
            assertThat(scheduler.getQueue()).hasSizeLessThanOrEqualTo(1);
        }
        await().until(() -> scheduler.getQueue().isEmpty() && scheduler.getActiveCount() == 0);

        long looks = scheduler.getCompletedTaskCount();
        try (GuardedSocket third = new GuardedSocket(RateLimit.of(null))) {
            guard.watch(third);
            await().until(() -> scheduler.getCompletedTaskCount() > looks);
        }
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
}
