package org.priorfetch.engine.transfer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many bytes of each transfer were carried in vain, or once more, in tries that are over. Kept while the engine runs, of
 * the last transfers. Guarded by itself.
 */
final class CarriedTwice {

    private static final int MOST = 10_000;

    private final Map<Long, Long> bytes = new LinkedHashMap<>();

    synchronized void add(long id, long more) {
        if (more > 0) {
            bytes.merge(id, more, Long::sum);
            if (bytes.size() > MOST) {
                bytes.remove(bytes.keySet().iterator().next());
            }
        }
    }

    synchronized long of(long id) {
        return bytes.getOrDefault(id, 0L);
    }
}
