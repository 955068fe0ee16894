package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Releases associations that nobody has used for a while. Looks when the first is due; while none is idle it rests. */
final class IdleCleaning implements AutoCloseable {

    private final Slots slots;
    private final Lending lending;
    private final ScheduledExecutorService scheduler;
    private final Executor threads;
    private final long idleNanos;
    private @Nullable ScheduledFuture<?> next;

    IdleCleaning(Slots slots, Lending lending, DicomNode node, Duration idle) {
        this.slots = slots;
        this.lending = lending;
        this.scheduler = node.scheduler();
        this.threads = node.threads();
        this.idleNanos = idle.toNanos();
    }

    /** One may be idle now. */
    synchronized void planned() {
        if (next == null) {
            plan();
        }
    }

    private synchronized void plan() {
        OptionalLong since = slots.idleSince();
        next = since.isEmpty() || scheduler.isShutdown() ? null
                : scheduler.schedule(this::clean, since.getAsLong() + idleNanos - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
    }

    private void clean() {
        slots.takeIdleSince(System.nanoTime() - idleNanos)
                .forEach(unused -> threads.execute(() -> lending.release(unused)));
        plan();
    }

    @Override
    public synchronized void close() {
        if (next != null) {
            next.cancel(false);
        }
    }
}
