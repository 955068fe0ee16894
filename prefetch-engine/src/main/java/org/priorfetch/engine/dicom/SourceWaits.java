package org.priorfetch.engine.dicom;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Arrival;
import org.priorfetch.engine.port.RoundTrip;
import org.priorfetch.engine.port.SpentTime;

/**
 * What one retrieve waits for. From the request, and from each answered instance, until the next begins: one round trip, and
 * beyond that the source. For what has begun to arrive: the line, as long as anything comes. Thread-safe.
 */
final class SourceWaits implements Waits, SpentTime.GoingOn, AutoCloseable {

    private final SpentTime spent;
    private final RoundTrip roundTrip;
    private final Arrival arrival;
    private long waitingSince;
    private long carriedMeanwhile;
    private int unanswered;
    private boolean arriving;
    private boolean closed;

    SourceWaits(SpentTime spent, RoundTrip roundTrip) {
        this.spent = spent;
        this.roundTrip = roundTrip;
        this.arrival = Arrival.fromSource(spent);
    }

    /** The request is about to be sent. */
    synchronized SourceWaits begin() {
        startWaiting();
        spent.watch(this);
        arrival.begin();
        return this;
    }

    private void startWaiting() {
        waitingSince = System.nanoTime();
        carriedMeanwhile = 0;
    }

    @Override
    public Waiting forSlot() {
        return spent.waiting(TimePart.SLOT)::close;
    }

    @Override
    public Waiting forConnection() {
        return spent.waiting(TimePart.CONNECT)::close;
    }

    @Override
    public synchronized void reads(long now) {
        if (arriving) {
            arrival.waits(now);
        }
    }

    @Override
    public synchronized void forPdu(int count, long nanos) {
        if (arriving) {
            arrival.came(count, nanos);
        }
    }

    @Override
    public synchronized void toRead(int count, long nanos) {
        carriedMeanwhile += nanos;
        arrival.came(count, nanos);
    }

    @Override
    public synchronized void forBudget(long nanos) {
        carriedMeanwhile += nanos;
        spent.add(TimePart.LIMIT, nanos);
    }

    @Override
    public synchronized void instanceBegins(int window) {
        spent.cameWithin(window);
        answered();
        unanswered++;
        arriving = true;
    }

    @Override
    public synchronized void instanceEnds() {
        arriving = false;
        startWaiting();
    }

    @Override
    public synchronized void instanceAnswered() {
        unanswered--;
        startWaiting();
    }

    @Override
    public void inVain(long bytes) {
        spent.inVain(bytes);
    }

    /** Within an operations window others may come before we answer; but whoever waits for our answers is not waited for. */
    private boolean isHeldUp() {
        return unanswered > 0;
    }

    @Override
    public TimePart part() {
        return TimePart.SOURCE;
    }

    @Override
    public synchronized long nanos() {
        return arriving || isHeldUp() ? 0 : Math.max(0, System.nanoTime() - waitingSince - carriedMeanwhile);
    }

    /** Nothing more is waited for. */
    @Override
    public synchronized void close() {
        spent.unwatch(this);
        arrival.close();
        answered();
        closed = true;
    }

    private void answered() {
        if (!closed && !arriving && !isHeldUp()) {
            roundTrip.divide(nanos(), spent);
        }
    }
}
