package org.priorfetch.engine.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.priorfetch.engine.port.Arrival;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.SingleByte;
import org.priorfetch.engine.port.Trickle;

/** The body of an answer, which may arrive no faster than the budget allows, and must not stand still for too long. */
final class ArrivingBody extends FilterInputStream {

    private static final long NOT_WAITING = 0;

    /** So often whoever waits for a server looks whether that is still wanted. */
    static final long LOOK_EVERY_MILLIS = 200;

    /** Whoever asked for it does not want it any more. */
    static final class CancelledException extends InterruptedIOException {
        private static final long serialVersionUID = 1L;
    }

    /** Nothing, or next to nothing, came for too long. */
    static final class StalledException extends IOException {

        private static final long serialVersionUID = 1L;

        StalledException(IOException cause) {
            super("nothing came for too long", cause);
        }
    }

    private final Arrival arrival;
    private final Bandwidth bandwidth;
    private final Duration stall;
    private final Trickle trickle = new Trickle();
    private volatile long stallNanos;
    private final BooleanSupplier cancelled;
    private final ScheduledFuture<?> looking;
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean stalled;
    private volatile boolean unwanted;

    ArrivingBody(InputStream body, Arrival arrival, Bandwidth bandwidth, Duration stall,
            Duration forFirst, ScheduledExecutorService watch, BooleanSupplier cancelled) {
        super(body);
        this.arrival = arrival;
        this.bandwidth = bandwidth;
        this.stall = stall;
        this.stallNanos = Math.max(stall.toNanos(), forFirst.toNanos());
        this.cancelled = cancelled;
        arrival.begin();
        this.looking = watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void look() {
        long since = waitingSince;
        if (cancelled.getAsBoolean()) {
            unwanted = true;
            closeQuietly();
        } else if (since != NOT_WAITING && isStalled(System.nanoTime() - since)) {
            stalled = true;
            closeQuietly();
        }
    }

    private boolean isStalled(long nanos) {
        return nanos > stallNanos || trickle.isTooLittle(nanos, stallNanos);
    }

    private void closeQuietly() {
        try {
            in.close();
        } catch (IOException alreadyGone) {
            // whoever reads learns of it
        }
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        long begun = Math.max(1, System.nanoTime());
        waitingSince = begun;
        arrival.waits(begun);
        int count = 0;
        try {
            count = in.read(b, off, bandwidth.piece(len));
        } catch (IOException failure) {
            throw explained(failure);
        } finally {
            waitingSince = NOT_WAITING;
            long waited = System.nanoTime() - begun;
            trickle.came(Math.max(count, 0), waited);
            arrival.came(Math.max(count, 0), waited);
        }
        if (count < 0 && (stalled || unwanted)) {
            throw explained(new IOException("closed here"));
        }
        stallNanos = stall.toNanos();
        arrival.keptBack(bandwidth.spend(count));
        return count;
    }

    private IOException explained(IOException failure) {
        if (unwanted) {
            return new CancelledException();
        }
        return stalled ? new StalledException(failure) : failure;
    }

    @Override
    public void close() throws IOException {
        looking.cancel(false);
        arrival.close();
        super.close();
    }
}
