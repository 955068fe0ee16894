package org.priorfetch.engine.port;

import org.priorfetch.engine.model.TimePart;

/**
 * The wait for one's turn at a peer. As long as our limit keeps back those whose turn it is, it keeps back who waits for them, too.
 */
public final class TurnWait implements SpentTime.GoingOn, AutoCloseable {

    private final SpentTime spent;
    private final TimePart part;
    private final Bandwidth limit;
    private final long keptBackBefore;
    private final long since = System.nanoTime();

    private TurnWait(SpentTime spent, TimePart part, Bandwidth limit) {
        this.spent = spent;
        this.part = part;
        this.limit = limit;
        this.keptBackBefore = limit.keptBackNanos();
    }

    /**
     * From now until it is closed.
     *
     * @param part what it is where nobody is kept back
     */
    public static TurnWait begin(SpentTime spent, TimePart part, Bandwidth limit) {
        TurnWait wait = new TurnWait(spent, part, limit);
        spent.watch(wait);
        return wait;
    }

    private long keptBackOf(long waited) {
        return Math.min(limit.keptBackNanos() - keptBackBefore, waited);
    }

    /** Most of it until now. */
    @Override
    public TimePart part() {
        long waited = nanos();
        return 2 * keptBackOf(waited) > waited ? TimePart.LIMIT : part;
    }

    @Override
    public long nanos() {
        return System.nanoTime() - since;
    }

    @Override
    public void close() {
        spent.unwatch(this);
        long waited = nanos();
        long keptBack = keptBackOf(waited);
        spent.add(TimePart.LIMIT, keptBack);
        spent.add(part, waited - keptBack);
    }
}
