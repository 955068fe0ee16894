package org.priorfetch.engine.dicom;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Ends connections whose peer neither sends nor takes anything for too long. Rests while there is none. */
final class SocketGuard {

    private static final long LOOK_EVERY_MILLIS = 200;

    private final Set<GuardedSocket> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler;
    private @Nullable ScheduledFuture<?> looking;

    SocketGuard(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    void watch(GuardedSocket socket) {
        watched.add(socket);
        begin();
    }

    private synchronized void begin() {
        if (looking == null && !scheduler.isShutdown()) {
            looking = scheduler.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        watched.removeIf(GuardedSocket::isClosed);
        long now = System.nanoTime();
        watched.forEach(socket -> socket.closeIfStalled(now));
        restIfAlone();
    }

    /** Who is being watched from now on begins anew. */
    private synchronized void restIfAlone() {
        if (watched.isEmpty()) {
            rest();
        }
    }

    private synchronized void rest() {
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    void closeAll() {
        rest();
        watched.forEach(GuardedSocket::closeQuietly);
    }
}
