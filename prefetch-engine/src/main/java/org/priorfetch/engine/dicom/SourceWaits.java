package org.priorfetch.engine.dicom;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.RoundTrip;
import org.priorfetch.engine.port.SpentTime;

/**
 * What one retrieve waits for. From the request, and from each answered instance, until the next begins: one round trip, and
 * beyond that the source. For what has begun to arrive: the line, as long as anything comes. Thread-safe.
 */
final class SourceWaits implements Waits, SpentTime.GoingOn, AutoCloseable {

    private static final long NOT_READING = Long.MIN_VALUE;

    private final SpentTime spent;
    private final RoundTrip roundTrip;
    private long waitingSince;
    private long carriedMeanwhile;
    private long readingSince = NOT_READING;
    private int unanswered;
    private boolean arriving;
    private boolean closed;

    SourceWaits(SpentTime spent, RoundTrip roundTrip) {
        this.spent = spent;
        this.roundTrip = roundTrip;
    }

    /** The request is about to be sent. */
    synchronized SourceWaits begin() {
        startWaiting();
        spent.watch(this);
        return this;
    }

    private void startWaiting() {
        waitingSince = System.nanoTime();
        carriedMeanwhile = 0;
    }

    @Override
    public void forSlot(long nanos) {
        spent.add(TimePart.SLOT, nanos);
    }

    @Override
    public void forConnection(long nanos) {
        spent.add(TimePart.CONNECT, nanos);
    }

    @Override
    public synchronized void reads(long now) {
        readingSince = now;
    }

    @Override
    public synchronized void forPdu(long nanos) {
        readingSince = NOT_READING;
        if (arriving) {
            spent.addArrival(nanos);
        }
    }

    @Override
    public synchronized void toRead(long nanos) {
        readingSince = NOT_READING;
        carriedMeanwhile += nanos;
        spent.addArrival(nanos);
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

    /** Within an operations window others may come before we answer; but whoever waits for our answers is not waited for. */
    private boolean isHeldUp() {
        return unanswered > 0;
    }

    @Override
    public synchronized TimePart part() {
        return arriving ? SpentTime.ofArrival(nanos()) : TimePart.SOURCE;
    }

    @Override
    public synchronized long nanos() {
        long now = System.nanoTime();
        if (arriving) {
            return readingSince == NOT_READING ? 0 : now - readingSince;
        }
        return isHeldUp() ? 0 : Math.max(0, now - waitingSince - carriedMeanwhile);
    }

    /** Nothing more is waited for. */
    @Override
    public synchronized void close() {
        spent.unwatch(this);
        answered();
        closed = true;
    }

    private void answered() {
        if (closed || arriving || isHeldUp()) {
            return;
        }
        long waited = Math.max(0, System.nanoTime() - waitingSince - carriedMeanwhile);
        roundTrip.divide(waited, spent);
    }
}
