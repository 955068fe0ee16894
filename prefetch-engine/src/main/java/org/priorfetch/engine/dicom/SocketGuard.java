package org.priorfetch.engine.dicom;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends connections whose peer neither sends nor takes anything for too long. */
final class SocketGuard {

    private static final long LOOK_EVERY_MILLIS = 200;

    private final Set<GuardedSocket> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledFuture<?> looking;

    SocketGuard(ScheduledExecutorService scheduler) {
        looking = scheduler.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    void watch(GuardedSocket socket) {
        watched.add(socket);
    }

    private void look() {
        watched.removeIf(GuardedSocket::isClosed);
        long now = System.nanoTime();
        watched.forEach(socket -> socket.closeIfStalled(now));
    }

    void closeAll() {
        looking.cancel(false);
        watched.forEach(GuardedSocket::closeQuietly);
    }
}
