package org.priorfetch.engine.transfer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.InstanceSpool;

/** How far a running transfer is. Written by its lanes, read by whoever wants to show it. */
public final class JobProgress {

    private static final int UNKNOWN = -1;

    private final Runnable changed;
    private final AtomicInteger expected = new AtomicInteger(UNKNOWN);
    private final AtomicInteger delivered = new AtomicInteger();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder bytesTwice = new LongAdder();
    private volatile InstanceSpool.Tally tally = _ -> {};
    private final TryTimes times = new TryTimes(this::carriedTwice);
    private volatile boolean verifying;
    private volatile boolean allAsked;
    private volatile @Nullable Reason way;

    /**
     * @param changed called after every change; must return quickly
     */
    public JobProgress(Runnable changed) {
        this.changed = changed;
    }

    void begin(int expectedInstances, int alreadyThere) {
        expected.set(expectedInstances);
        delivered.set(alreadyThere);
        changed.run();
    }

    void instanceDelivered() {
        delivered.incrementAndGet();
        changed.run();
    }

    void instancesLost(int count) {
        delivered.addAndGet(-count);
        changed.run();
    }

    /** From now on the tally counts what would have to come again if the program were killed. */
    void countIn(InstanceSpool.Tally outliving) {
        tally = outliving;
    }

    void bytesSent(int count) {
        bytes.add(count);
        tally.add(count);
    }

    /** So many of the bytes that were sent are of an instance of which it is known now what became of it. */
    void settled(long count) {
        tally.add(-count);
    }

    /** So many bytes came although they had come before, or came in vain and have to come again. */
    void carriedTwice(long count) {
        bytesTwice.add(count);
        tally.add(count);
    }

    void verifying(boolean nowVerifying) {
        verifying = nowVerifying;
        changed.run();
    }

    /** Whether all that is missing has been asked for, so that lanes that become free are free for others. */
    void allAsked(boolean now) {
        allAsked = now;
    }

    boolean isAllAsked() {
        return allAsked;
    }

    void way(Reason taken) {
        way = taken;
        changed.run();
    }

    /** By which way it comes out of the source, and why; null where there is nothing to choose. */
    public @Nullable Reason way() {
        return way;
    }

    /** Where the time goes. */
    public TryTimes times() {
        return times;
    }

    /** Instances at the source; negative until known. */
    public int expected() {
        return expected.get();
    }

    /** Instances that the PACS holds or took. */
    public int delivered() {
        return delivered.get();
    }

    /** Data set bytes sent to the PACS in this try, those of instances under way included. */
    public long bytes() {
        return bytes.sum();
    }

    /** Data set bytes of this try that came although they had come before, or came in vain and have to come again. */
    public long bytesTwice() {
        return bytesTwice.sum();
    }

    public boolean isVerifying() {
        return verifying;
    }
}
