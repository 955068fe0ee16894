package org.priorfetch.engine.dicom;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.TurnWait;

/** What writing one instance to the PACS waits for: whatever it is, the PACS has not taken the instance yet. Thread-safe. */
final class PacsWaits implements Waits, SpentTime.GoingOn, AutoCloseable {

    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final SpentTime spent;
    private final RateLimit limit;
    private volatile long since = NOT_WAITING;

    private PacsWaits(SpentTime spent, RateLimit limit) {
        this.spent = spent;
        this.limit = limit;
    }

    /** From now on, until it is closed. */
    static PacsWaits begin(SpentTime spent, RateLimit limit) {
        PacsWaits waits = new PacsWaits(spent, limit);
        spent.watch(waits);
        return waits;
    }

    @Override
    public Waiting forSlot() {
        return TurnWait.begin(spent, TimePart.PACS, limit)::close;
    }

    @Override
    public Waiting forConnection() {
        return spent.waiting(TimePart.PACS)::close;
    }

    @Override
    public Waiting forAnswers() {
        return spent.waiting(TimePart.PACS)::close;
    }

    @Override
    public void writes(long now) {
        since = now;
    }

    @Override
    public void toWrite(long nanos) {
        since = NOT_WAITING;
        spent.add(TimePart.PACS, nanos);
    }

    @Override
    public void forBudget(long nanos) {
        spent.add(TimePart.LIMIT, nanos);
    }

    @Override
    public TimePart part() {
        return TimePart.PACS;
    }

    @Override
    public long nanos() {
        long begun = since;
        return begun == NOT_WAITING ? 0 : System.nanoTime() - begun;
    }

    /** All is written; or it broke off, and the last wait with it. */
    @Override
    public void close() {
        spent.unwatch(this);
        spent.add(TimePart.PACS, nanos());
    }
}
