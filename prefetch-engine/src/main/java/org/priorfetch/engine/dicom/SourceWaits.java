package org.priorfetch.engine.dicom;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.RoundTrip;
import org.priorfetch.engine.port.SpentTime;

/**
 * What one retrieve waits for. From the request, and from each answered instance, until the next begins: one round trip, and
 * beyond that the source. For what has begun to arrive: the line. Thread-safe.
 */
final class SourceWaits implements Waits, AutoCloseable {

    private final SpentTime spent;
    private final RoundTrip roundTrip;
    private long waitingSince;
    private long carriedMeanwhile;
    private boolean arriving;
    private boolean closed;

    SourceWaits(SpentTime spent, RoundTrip roundTrip) {
        this.spent = spent;
        this.roundTrip = roundTrip;
    }

    /** The request is about to be sent. */
    synchronized SourceWaits begin() {
        startWaiting();
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
    public synchronized void forPdu(long nanos) {
        if (arriving) {
            spent.add(TimePart.LINE, nanos);
        }
    }

    @Override
    public synchronized void toRead(long nanos) {
        carriedMeanwhile += nanos;
        spent.add(TimePart.LINE, nanos);
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
        arriving = true;
    }

    @Override
    public synchronized void instanceEnds() {
        arriving = false;
        startWaiting();
    }

    /** Nothing more is waited for. */
    @Override
    public synchronized void close() {
        answered();
        closed = true;
    }

    private void answered() {
        if (closed || arriving) {
            return;
        }
        long waited = Math.max(0, System.nanoTime() - waitingSince - carriedMeanwhile);
        roundTrip.divide(waited, spent);
    }
}
