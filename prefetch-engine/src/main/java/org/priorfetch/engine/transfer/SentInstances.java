package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import org.priorfetch.engine.model.InstanceRef;

/** What one try has put into the PACS. Thread-safe. */
final class SentInstances {

    private final ConcurrentMap<String, InstanceRef> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    void add(InstanceRef instance, long size) {
        sent.put(instance.sopInstanceUid(), instance);
        sizes.put(instance.seriesInstanceUid(), size);
        bytes.addAndGet(size);
    }

    boolean contains(String sopInstanceUid) {
        return sent.containsKey(sopInstanceUid);
    }

    int count() {
        return sent.size();
    }

    Set<String> uids() {
        return Set.copyOf(sent.keySet());
    }

    List<InstanceRef> among(Set<String> sopInstanceUids) {
        return sent.values().stream().filter(instance -> sopInstanceUids.contains(instance.sopInstanceUid())).toList();
    }

    /** These are not there after all. */
    void lost(Set<String> sopInstanceUids) {
        sent.keySet().removeAll(sopInstanceUids);
    }

    /** Of all that was sent, what was lost included. */
    long bytes() {
        return bytes.get();
    }

    /** The size of an instance of the series; 0 as long as none was sent. */
    long bytesOf(String seriesInstanceUid) {
        return sizes.getOrDefault(seriesInstanceUid, 0L);
    }
}
