package org.priorfetch.engine.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a simulated peer has seen so far. Safe to read while it runs. */
public final class Traffic {

    private final ConcurrentMap<String, Integer> stored = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> sent = new ConcurrentHashMap<>();
    private final LongAdder finds = new LongAdder();
    private final LongAdder commitments = new LongAdder();
    private final LongAdder fragments = new LongAdder();
    private final LongAdder windowsAsked = new LongAdder();
    private final AtomicInteger unansweredPeak = new AtomicInteger();
    private final LongAdder bytesReceived = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private int associationsNow;
    private int associationsPeak;
    private int associations;
    private int refused;

    /** Associations open at this moment. */
    public synchronized int associationsNow() {
        return associationsNow;
    }

    /** The most associations that were open at a time. */
    public synchronized int associationsPeak() {
        return associationsPeak;
    }

    /** Associations accepted so far. */
    public synchronized int associations() {
        return associations;
    }

    /** Associations refused by {@link Faults} so far. */
    public synchronized int refused() {
        return refused;
    }

    /** C-FIND requests so far. */
    public long finds() {
        return finds.sum();
    }

    /** C-STORE requests received whole, by SOP Instance UID, whatever they were answered. */
    public Map<String, Integer> stored() {
        return Map.copyOf(stored);
    }

    /** Requests for storage commitment so far. */
    public long commitments() {
        return commitments.sum();
    }

    /** Instances sent whole by C-GET and C-MOVE, by SOP Instance UID. */
    public Map<String, Integer> sent() {
        return Map.copyOf(sent);
    }

    /** C-STORE requests that broke off in mid-instance. */
    public long fragments() {
        return fragments.sum();
    }

    /** Requests for an association that asked for an operations window. */
    public long windowsAsked() {
        return windowsAsked.sum();
    }

    /** The most instances that were under way on one association, in either direction, before the first of them was answered. */
    public int unansweredPeak() {
        return unansweredPeak.get();
    }

    /** Bytes on the line, with everything that the protocol adds. */
    public long bytesReceived() {
        return bytesReceived.sum();
    }

    /** Bytes on the line, with everything that the protocol adds. */
    public long bytesSent() {
        return bytesSent.sum();
    }

    /** Counts an association in, unless there are as many as allowed. */
    synchronized boolean enter(int limit) {
        if (associationsNow >= limit) {
            refused++;
            return false;
        }
        associations++;
        associationsNow++;
        associationsPeak = Math.max(associationsPeak, associationsNow);
        return true;
    }

    synchronized void leave() {
        associationsNow--;
    }

    void countFind() {
        finds.increment();
    }

    void countStored(String sopInstanceUid) {
        stored.merge(sopInstanceUid, 1, Integer::sum);
    }

    void countSent(String sopInstanceUid) {
        sent.merge(sopInstanceUid, 1, Integer::sum);
    }

    void countCommitment() {
        commitments.increment();
    }

    void countFragment() {
        fragments.increment();
    }

    void countWindowAsked() {
        windowsAsked.increment();
    }

    void countUnanswered(int instances) {
        unansweredPeak.accumulateAndGet(instances, Math::max);
    }

    void countReceived(long bytes) {
        bytesReceived.add(bytes);
    }

    void countSentBytes(long bytes) {
        bytesSent.add(bytes);
    }
}
