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
    /** While nobody waits for anything; the shortest wait that is guarded is longer. */
    private static final long GLANCE_EVERY_MILLIS = 1000;

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
        if (looking == null) {
            lookAfter(LOOK_EVERY_MILLIS);
        }
    }

    private void lookAfter(long millis) {
        looking = scheduler.isShutdown() ? null : scheduler.schedule(this::look, millis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        watched.removeIf(GuardedSocket::isClosed);
        long now = System.nanoTime();
        watched.forEach(socket -> socket.closeIfStalled(now));
        goOn();
    }

    /** Who is being watched from now on begins anew when there was nobody. */
    private synchronized void goOn() {
        if (watched.isEmpty()) {
            looking = null;
        } else if (looking != null) {
            lookAfter(watched.stream().anyMatch(GuardedSocket::mayStall) ? LOOK_EVERY_MILLIS : GLANCE_EVERY_MILLIS);
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
