package org.priorfetch.engine.port;

import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.model.TimePart;

/**
 * The waits for more of what has begun to arrive. They are the line's, unless next to nothing comes for five seconds: that is no
 * line any more, but a peer that has stopped. Thread-safe.
 */
public final class Arrival implements SpentTime.GoingOn, AutoCloseable {

    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final SpentTime spent;
    private final TimePart coming;
    private final TimePart stopped;
    private long since = NOT_WAITING;
    private long waited;
    private long bytes;
    private boolean closed;

    private Arrival(SpentTime spent, TimePart coming, TimePart stopped) {
        this.spent = spent;
        this.coming = coming;
        this.stopped = stopped;
    }

    public static Arrival fromSource(SpentTime spent) {
        return new Arrival(spent, TimePart.LINE, TimePart.SOURCE);
    }

    /** Whatever keeps the PACS from having an instance is the PACS. */
    public static Arrival fromPacs(SpentTime spent) {
        return new Arrival(spent, TimePart.PACS, TimePart.PACS);
    }

    /** From now on it counts, until it is closed. */
    public void begin() {
        spent.watch(this);
    }

    /** More is waited for since this {@link System#nanoTime}. */
    public synchronized void waits(long now) {
        since = now;
    }

    /**
     * The wait is over.
     *
     * @param count bytes that came; 0 where it was in vain
     */
    public synchronized void came(int count, long nanos) {
        since = NOT_WAITING;
        if (closed) {
            return;
        }
        waited += nanos;
        bytes += count;
        if (bytes >= Trickle.ENOUGH) {
            settle();
        }
    }

    /** What came was kept back by our own limit. */
    public void keptBack(long nanos) {
        spent.add(TimePart.LIMIT, nanos);
    }

    private void settle() {
        spent.add(part(), waited);
        waited = 0;
        bytes = 0;
    }

    @Override
    public synchronized TimePart part() {
        return nanos() < SILENCE_NANOS ? coming : stopped;
    }

    @Override
    public synchronized long nanos() {
        return waited + (since == NOT_WAITING ? 0 : System.nanoTime() - since);
    }

    /** Nothing more is waited for. */
    @Override
    public synchronized void close() {
        if (!closed) {
            spent.unwatch(this);
            waited = nanos();
            settle();
            closed = true;
            since = NOT_WAITING;
        }
    }
}
