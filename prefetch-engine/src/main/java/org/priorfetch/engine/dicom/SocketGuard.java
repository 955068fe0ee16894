package org.priorfetch.engine.dicom;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose peer neither sends nor takes anything for too long. It looks when the first of them could have
 * stalled, and rests while nothing is expected of anybody: a socket says when that changes.
 */
final class SocketGuard {

    static final long NEVER = Long.MAX_VALUE;

    private final Set<GuardedSocket> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler;
    private @Nullable ScheduledFuture<?> looking;
    /** Written under the lock; also read without it, on every write to a socket. */
    private volatile boolean awake;
    private volatile long nextLook;

    SocketGuard(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    void watch(GuardedSocket socket) {
        watched.removeIf(GuardedSocket::isClosed);
        watched.add(socket);
        socket.guardedBy(this);
        long patience = socket.nanosUntilStall(System.nanoTime());
        if (patience != NEVER) {
            lookWithin(patience);
        }
    }

    /** From now on a watched socket may stall so soon. */
    void lookWithin(long nanos) {
        long latest = System.nanoTime() + nanos;
        if (!awake || nextLook - latest > 0) {
            plan(latest);
        }
    }

    private synchronized void plan(long latest) {
        if (scheduler.isShutdown() || (awake && nextLook - latest <= 0)) {
            return;
        }
        if (looking != null) {
            looking.cancel(false);
        }
        nextLook = latest;
        awake = true;
        looking = scheduler.schedule(this::look, latest - System.nanoTime() + 1, TimeUnit.NANOSECONDS);
    }

    private void look() {
        begin();
        watched.removeIf(GuardedSocket::isClosed);
        long now = System.nanoTime();
        watched.forEach(socket -> socket.closeIfStalled(now));
        long patience = watched.stream().mapToLong(socket -> socket.nanosUntilStall(now)).min().orElse(NEVER);
        if (patience != NEVER) {
            lookWithin(patience);
        }
    }

    /** What is expected of a socket while we look plans the next look, as the last one did. */
    private synchronized void begin() {
        awake = false;
        looking = null;
    }

    private synchronized void rest() {
        awake = false;
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
