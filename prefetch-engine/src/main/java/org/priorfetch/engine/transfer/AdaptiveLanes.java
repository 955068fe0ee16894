package org.priorfetch.engine.transfer;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** How many lanes to a peer there are now, by what was carried on them. Thread-safe. */
final class AdaptiveLanes {

    /** What is said within so long has one cause, and counts once. */
    private static final long ONE_CAUSE = LaneControl.WINDOW.toNanos();

    private final IntSupplier most;
    private final LaneControl control;
    private final LongSupplier nanos;
    private long windowBegun;
    private long carried;
    private boolean full;
    private boolean exhausted;
    private long exhaustedAt;

    /**
     * @param most what the site allows now
     */
    AdaptiveLanes(IntSupplier most, LongSupplier nanos) {
        this.most = most;
        this.control = new LaneControl(most.getAsInt());
        this.nanos = nanos;
        this.windowBegun = nanos.getAsLong();
    }

    AdaptiveLanes(IntSupplier most) {
        this(most, System::nanoTime);
    }

    /** What the site allows. */
    int most() {
        return most.getAsInt();
    }

    synchronized int count() {
        control.allow(most.getAsInt());
        return control.lanes();
    }

    /**
     * An instance has been carried.
     *
     * @param weight what it cost, round trip included
     * @param allBusy whether there was work for all lanes
     */
    synchronized void carried(long weight, boolean allBusy) {
        long now = nanos.getAsLong();
        long passed = now - windowBegun;
        carried += weight;
        full &= allBusy;
        if (passed < LaneControl.WINDOW.toNanos()) {
            return;
        }
        if (full && passed < 2 * LaneControl.WINDOW.toNanos()) {
            control.window((double) carried / passed);
        }
        windowBegun = now;
        carried = 0;
        full = true;
    }

    /** The peer took no more lanes than those that work. */
    synchronized void refused(int working) {
        control.refused(working);
        full = false; // what was measured until now was measured with more
    }

    /** The peer said that it is out of resources. */
    synchronized void outOfResources() {
        long now = nanos.getAsLong();
        if (!exhausted || now - exhaustedAt >= ONE_CAUSE) {
            exhausted = true;
            exhaustedAt = now;
            control.outOfResources();
            full = false;
        }
    }
}
